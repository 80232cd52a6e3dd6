"""Where a case stands: now, next, time limits, what is late: `handrail position CASE.yaml`."""

import argparse
from pathlib import Path

from handrail.commands._shared import add_json, day_or_today, print_json
from handrail.engine.case import read_case
from handrail.engine.describe import position_as_data
from handrail.engine.errors import BadCase
from handrail.engine.loader import load_map
from handrail.engine.position import ChildPosition, position
from handrail.engine.sentences import sentence


def run(args: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="handrail position", description=__doc__)
    parser.add_argument("case", metavar="CASE.yaml", help="the case file (docs/case-file.md)")
    parser.add_argument("--on", metavar="DATE", help="the day to judge; today if left out")
    add_json(parser, "position")
    asked = parser.parse_args(args)
    path = Path(asked.case)
    if not path.is_file():
        raise BadCase(f"{asked.case}: no such file. Allowed: a case file (docs/case-file.md).")
    case = read_case(path, lambda nation: load_map(nation).event_names)
    found = position(load_map(case.nation), case, day_or_today(asked.on))
    if asked.json:
        print_json(position_as_data(found))
    else:
        print("\n".join(line for child in found.children for line in _lines(child)))
    return 0


def _lines(child: ChildPosition) -> list[str]:
    lines = [f"Child {child.child}" if child.child else "Your child"]
    lines += ["", "Now"] + [f"  {s.stage.title}" for s in child.now]
    lines += ["", "Your time limits"] + [f"  {a.limit.title}: {sentence(a)}" for a in child.windows]
    lines += ["", "Next"] + [f"  {a.limit.title}: {sentence(a)}" for a in child.coming_up] + [f"  Perhaps: {s.title}" for s in child.next_stages]
    lines += ["", "What should have happened"] + [f"  {a.limit.title}: {sentence(a)}" for a in child.should_have_happened]
    lines += ["", "Please check"] + [f"  {f.words}" for f in child.findings] if child.findings else []
    return [*lines, ""]
