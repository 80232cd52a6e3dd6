"""The command line. One module a command, each with `run(arguments) -> exit status`.

A module is imported by name only when its command is called (the one lazy import allowed), so that `handrail due`
does not wait for Django. A command of several words, such as `handrail content check`, is a folder: one module a word,
found in the same way. A hyphen in a name is an underscore in the module's. What a person got wrong is told in one line on standard error, with exit status 2.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from handrail.engine.errors import HandrailError, shown

WRONG_USE = 2
_HELP = ("help", "--help", "-h")


class UnknownWord(HandrailError):
    """A command of several words has no such word."""


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: the words after `handrail`, the command's name first.

    Returns:
        0 for done, 2 for something the person can put right, or what the command says.
    """
    name, *rest = arguments or ["help"]
    if name in _HELP:
        return _tell("")
    if name not in names():
        print(f"handrail: there is no command {name!r}. Commands: {', '.join(names())}.", file=sys.stderr)
        return WRONG_USE
    try:
        return int(_module(name).run(rest))
    except HandrailError as error:
        print(f"handrail {name}: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run_word(command: str, arguments: Sequence[str]) -> int:
    """Run one word of a command that is a folder.

    Args:
        command: the folder's name, such as `content`.
        arguments: the words after the command, the word that names the module first.

    Raises:
        UnknownWord: the folder has no such module, or no word was given.
    """
    word, *rest = arguments or [""]
    if word in _HELP:
        return _tell(command)
    if word not in names(command):
        found = f"found {shown(word)}" if word else "found no word"
        raise UnknownWord(f"{found}. Allowed: {', '.join(names(command))}. `handrail {command} --help` tells what they do.")
    return int(_module(f"{command}.{word}").run(rest))


def names(command: str = "") -> list[str]:
    """Give the names of all commands, or of one command's words: those of the modules and folders there."""
    with os.scandir(os.path.join(os.path.dirname(__file__), command)) as entries:
        files = [e.name for e in entries if not e.name.startswith((".", "_")) and (e.is_dir() or e.name.endswith(".py"))]
    return sorted(file.removesuffix(".py").replace("_", "-") for file in files)


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"handrail.commands.{name.replace('-', '_')}")


def _tell(command: str) -> int:
    called, what, folder = (f"handrail {command}", "WORD", f"{command}.") if command else ("handrail", "COMMAND", "")
    print(f"{called} {what} [...]\n")
    for name in names(command):
        said = (_module(folder + name).__doc__ or "").strip().splitlines()
        print(f"  {name:<10} {said[0] if said else ''}")
    print(f"\n{called} {what} --help says more.")
    return 0
