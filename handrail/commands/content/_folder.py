"""The content folder that a word of `handrail content` works on: the project's own, or another one."""

import argparse
from pathlib import Path

from handrail.engine.errors import BadContent, shown
from handrail.engine.loader import content_dir


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Add `--content`."""
    parser.add_argument("--content", help="another content folder than the project's own")


def folder_asked(asked: argparse.Namespace) -> Path:
    """Give the folder asked for.

    Raises:
        BadContent: there is no such folder.
    """
    folder = Path(asked.content) if asked.content else content_dir()
    if not folder.is_dir():
        raise BadContent(f"--content: found no folder {shown(str(folder))}. Allowed: a folder of the form of content/.")
    return folder
