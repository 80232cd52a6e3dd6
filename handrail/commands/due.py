"""By when is a limit up, if it started on a day: `handrail due LIMIT --nation england --from DATE`."""

from handrail.commands._shared import Words, add_json, add_nation, print_json
from handrail.engine.dates import in_words, parse_date
from handrail.engine.due import DueAnswer, as_data, due_of
from handrail.engine.loader import load_map


def run(args: list[str]) -> int:
    """Run the command."""
    parser = Words(prog="handrail due", description=__doc__)
    parser.add_argument("limit", help="a limit's id, such as icpc-15wd; `handrail limits` lists them")
    parser.add_argument("--from", dest="start", required=True, metavar="DATE", help="when it started: 2026-03-14, 2026-03, 2026-03~, 2026-03-01/2026-03-14")
    add_nation(parser)
    add_json(parser, "due")
    asked = parser.parse_args(args)
    map_ = load_map(asked.nation)
    answer = due_of(map_, asked.limit, parse_date(asked.start))
    if asked.json:
        print_json(as_data(map_, answer))
    else:
        print("\n".join(_lines(answer)))
    return 0


def _lines(answer: DueAnswer) -> list[str]:
    lines = [answer.limit.title]
    if answer.status == "due":
        lines.append(answer.limit.words.strip())
    if answer.status != "due":
        lines.append(f"No date: {answer.reason}.")
    elif answer.due is not None:
        lines.append(f"Due: {in_words(answer.due)}")
    if answer.earliest is not None and answer.latest is not None and answer.earliest != answer.latest:
        lines.append(f"Between {in_words(answer.earliest)} and {in_words(answer.latest)}")
    if answer.maximum is not None:
        lines.append(f"At the outside: {in_words(answer.maximum)}")
    lines += [f"  {step['text']}" for step in answer.working]
    lines += [f"Beside it: {r['label']}: {r.get('earliest', 'no date')}. {r['words']}" for r in answer.readings]
    return lines
