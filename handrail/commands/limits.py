"""What limits the map knows: `handrail limits [--nation N] [--json]`."""

from handrail.commands._listing import list_kind


def run(args: list[str]) -> int:
    """Run the command."""
    return list_kind("limits", args)
