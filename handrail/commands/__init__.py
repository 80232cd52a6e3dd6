"""The command line. One module a command, each with `run(arguments) -> exit status`.

A module is imported by name only when its command is called (the one lazy import allowed), so that `handrail due`
does not wait for Django. What a person got wrong is told in one line on standard error, with exit status 2.
"""

import importlib
import os
import sys
from collections.abc import Sequence

from handrail.engine.errors import HandrailError

WRONG_USE = 2


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: the words after `handrail`, the command's name first.

    Returns:
        0 for done, 2 for something the person can put right, or what the command says.
    """
    name, *rest = arguments or ["help"]
    if name in ("help", "--help", "-h"):
        return _tell()
    if name not in names():
        print(f"handrail: there is no command {name!r}. Commands: {', '.join(names())}.", file=sys.stderr)
        return WRONG_USE
    module = importlib.import_module(f"handrail.commands.{name}")
    try:
        return int(module.run(rest))
    except HandrailError as error:
        print(f"handrail {name}: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def names() -> list[str]:
    """Give the names of all commands: those of the modules in this folder."""
    return sorted(
        file[:-3] for file in os.listdir(os.path.dirname(__file__)) if file.endswith(".py") and not file.startswith("_")
    )


def _tell() -> int:
    print("handrail COMMAND [...]\n")
    for name in names():
        said = (importlib.import_module(f"handrail.commands.{name}").__doc__ or "").strip().splitlines()
        print(f"  {name:<10} {said[0] if said else ''}")
    print("\nhandrail COMMAND --help says more.")
    return 0
