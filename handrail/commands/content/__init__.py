"""What is done with content/: `handrail content WORD`. One module of this folder a word, each with `run`."""

from handrail.commands import run_word


def run(args: list[str]) -> int:
    """Run the word asked for."""
    return run_word("content", args)
