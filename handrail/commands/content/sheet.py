"""Makes a fact-check sheet of one page, to send to somebody who does the work: `handrail content sheet ID -o FILE.docx`."""

from handrail.commands._files import CannotWrite, file_to_write, write_whole
from handrail.commands._shared import Words
from handrail.commands.content._folder import add_folder, folder_asked
from handrail.commands.content._sheet_of import sheet_of
from handrail.commands.content._shelf import KINDS, Shelf
from handrail.components.clock import LONDON, now
from handrail.documents.fact_sheet import fact_sheet
from handrail.engine.check.schema import NATIONS
from handrail.engine.errors import shown


def run(args: list[str]) -> int:
    """Write the sheet, and print how many sentences it holds.

    Raises:
        UnknownId: there is no such item.
        CannotWrite: the file cannot be written where it was asked for.
    """
    asked = _parser().parse_args(args)
    target = file_to_write("-o", asked.output)
    if target.suffix.lower() != ".docx":
        raise CannotWrite(f"-o: found {shown(asked.output)}. Allowed: a name that ends in .docx.")
    shelf = Shelf(folder_asked(asked))
    record = shelf.item(asked.nation, asked.id if ":" in asked.id else f"{asked.kind}:{asked.id}")
    sheet = sheet_of(shelf, record, now().astimezone(LONDON))
    content = fact_sheet(sheet)
    write_whole("-o", target, content)
    print(f"{target}: {sum(len(part.lines) for part in sheet.parts)} sentences of {record.kind}:{record.id}, {len(content):,} bytes")
    return 0


def _parser() -> Words:
    parser = Words("handrail content sheet", "Make a fact-check sheet (Word file) of one item.")
    parser.add_argument("id", help="the id of an item, such as icpc, or its topic, such as role:judge")
    parser.add_argument("-o", "--output", required=True, metavar="FILE.docx", help="where to write the sheet")
    parser.add_argument("--nation", choices=NATIONS, default="england", help="england if left out")
    parser.add_argument("--kind", choices=KINDS, default="stage", help="what the id is of; stage if left out")
    add_folder(parser)
    return parser
