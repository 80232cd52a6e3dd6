"""`handrail open-data -o FILE` writes the whole map as one zip file: what the site offers under /api/v1/download/."""

from handrail.commands._files import file_to_write, write_whole
from handrail.commands._shared import Words
from handrail.engine.loader import content_dir
from handrail.guide.open_data.archive import archive_of
from handrail.guide.open_data.shelf import Shelf
from handrail.guide.pages.library import Library


def run(args: list[str]) -> int:
    """Write the file, and print its name, size and SHA-256.

    Raises:
        CannotWrite: there is no such folder, or it may not be written to.
    """
    target = file_to_write("-o", _parser().parse_args(args).output)
    found = archive_of(Shelf(Library(content_dir())))
    write_whole("-o", target, found.content)
    print(f"{target}: {found.name}, {len(found.content):,} bytes\nSHA-256 {found.sha256}")
    return 0


def _parser() -> Words:
    parser = Words("handrail open-data", __doc__)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where to write the zip file")
    return parser
