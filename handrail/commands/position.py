"""Where a case stands: now, next, time limits, what is late: `handrail position CASE.yaml`."""

import os
from pathlib import Path

from handrail.commands._shared import Words, add_json, day_or_today, print_json
from handrail.engine.answer import Answer, Verdict
from handrail.engine.case import read_case
from handrail.engine.describe import position_as_data
from handrail.engine.errors import BadCase, shown
from handrail.engine.loader import load_map
from handrail.engine.position import ChildPosition, position
from handrail.engine.sentences import sentence


def run(args: list[str]) -> int:
    """Run the command."""
    parser = Words(prog="handrail position", description=__doc__)
    parser.add_argument("case", metavar="CASE.yaml", help="the case file (docs/case-file.md)")
    parser.add_argument("--on", metavar="DATE", help="the day to judge; today if left out")
    add_json(parser, "position")
    asked = parser.parse_args(args)
    path = Path(asked.case)
    if not os.path.isfile(path):
        raise BadCase(f"{shown(asked.case)}: no such file. Allowed: a case file (docs/case-file.md).")
    case = read_case(path, lambda nation: load_map(nation).event_names, name=shown(path.name)[1:-1])
    found = position(load_map(case.nation), case, day_or_today(asked.on))
    if asked.json:
        print_json(position_as_data(found))
    else:
        print("\n".join(line for child in found.children for line in _lines(child)))
    return 0


def _lines(child: ChildPosition) -> list[str]:
    in_words = [a for a in child.duties if a.verdict is Verdict.TOLD_IN_WORDS]
    lines = [f"Child {child.child}" if child.child else "Your child"]
    lines += _part("Now", [s.stage.title for s in child.now])
    lines += _part("Your time limits", _told(child.windows))
    lines += _part("Next", _told(child.coming_up) + [f"Perhaps: {s.title}" for s in child.next_stages])
    lines += _part("What should have happened", _told(child.should_have_happened))
    lines += _part("Rules without a date", _told(in_words))
    lines += _part("Time limits of others", [f"{a.limit.title} ({a.limit.may_act_words.strip()})" for a in child.windows_of_others])
    lines += _part("Ask", [a.limit.ask for a in child.answers if a.limit.ask and a.verdict in (Verdict.CANNOT_SAY, Verdict.MAY_BE_LATE)])
    return [*lines, *_part("Please check", [f.words for f in child.findings]), ""]


def _part(heading: str, told: list[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in dict.fromkeys(told))] if told else []


def _told(answers: list[Answer]) -> list[str]:
    return [f"{a.limit.title}: {sentence(a)}" for a in answers]
