"""What events the map knows: `handrail events [--nation N] [--json]`."""

from handrail.commands._listing import list_kind


def run(args: list[str]) -> int:
    """Run the command."""
    return list_kind("events", args)
