"""Brings a filled fact-check sheet back as a change to look at: `handrail content review FILE.docx`. It writes nothing to content/."""

from pathlib import Path

from handrail.commands._files import file_to_write, write_whole
from handrail.commands._shared import Words, add_json, print_json
from handrail.commands.content._filled import filled_sheet
from handrail.commands.content._folder import add_folder, folder_asked
from handrail.commands.content._report import as_data, as_lines
from handrail.commands.content._reviewed import review_of
from handrail.commands.content._shelf import Shelf
from handrail.components.clock import today
from handrail.documents.docx_tables import MAX_FILE, NoDocx, read_docx
from handrail.engine.errors import shown


def run(args: list[str]) -> int:
    """Say what came back, and print or write the change.

    Raises:
        NoDocx: the file is no sheet.
        UnknownId: the item it is about is not there any more.
        CannotWrite: the change cannot be written where it was asked for.
    """
    asked = _parser().parse_args(args)
    target = file_to_write("-o", asked.output) if asked.output else None
    name = shown(asked.file)
    filled = filled_sheet(read_docx(_bytes_of(Path(asked.file), name), name), name)
    review = review_of(Shelf(folder_asked(asked)), filled, today())
    if target and review.diff:
        write_whole("-o", target, review.diff.encode("utf-8"))
    if asked.json:
        print_json(as_data(review))
        return 0
    print("\n".join(as_lines(review)))
    if review.diff:
        print(f"\nThe change: {target}" if target else f"\n{review.diff}", end="\n" if target else "")
    return 0


def _bytes_of(path: Path, name: str) -> bytes:
    """Read a file, and never more of it than is allowed."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise NoDocx(f"{name}: cannot be read ({error.strerror}). Allowed: a Word file (.docx).") from None


def _parser() -> Words:
    parser = Words("handrail content review", "Bring a filled fact-check sheet back as a change to look at. Writes nothing to content/.")
    parser.add_argument("file", help="the sheet as it came back (.docx)")
    parser.add_argument("-o", "--output", metavar="FILE.diff", help="write the change here, for `git apply`; printed if left out")
    add_folder(parser)
    add_json(parser, "review")
    return parser
