"""Lists what was checked longest ago and what is unconfirmed, worst harm first: `handrail content stale`."""

import argparse
import sys
from typing import Any

from handrail.commands._shared import Words, add_json, print_json
from handrail.commands.content._folder import add_folder, folder_asked
from handrail.components.clock import today
from handrail.engine.check.schema import NATIONS
from handrail.engine.check.stale import FRESH_DAYS, KINDS, Item, stale
from handrail.engine.words.raw import read_raw

STALE_FORMAT = "handrail-stale/1"


def run(args: list[str]) -> int:
    """List; 0 also where nothing is to be listed."""
    asked = _parser().parse_args(args)
    raw = read_raw(folder_asked(asked), frozenset(KINDS))
    kinds = [asked.kind] if asked.kind else list(KINDS)
    found = stale(raw.records, today(), nation=asked.nation or "", kinds=kinds, unconfirmed=asked.unconfirmed, older_than=asked.older_than, everything=asked.everything)
    shown = found[: asked.most]
    if asked.json:
        print_json({"format": STALE_FORMAT, "today": today().isoformat(), "nation": asked.nation, "found": len(found), "items": [_as_data(i) for i in shown]})
    else:
        print("\n".join([*map(_line, shown), _sum(len(shown), len(found))]))
    for file, _ in raw.problems:
        print(f"cannot be read: {file}. `handrail content check` says why.", file=sys.stderr)
    return 0


def _as_data(item: Item) -> dict[str, Any]:
    return {
        "topic": f"{item.kind}:{item.id}", "kind": item.kind, "nation": item.nation or None, "title": item.title, "file": item.file,
        "harm": item.harm, "mark": item.mark, "checked_on": item.checked_on.isoformat() if item.checked_on else None,
        "days": item.days, "unconfirmed_part": item.unconfirmed_part or None,
    }


def _line(item: Item) -> str:
    mark = "UNCONFIRMED" if item.mark == "unconfirmed" else "source" if item.mark is None else "confirmed"
    ago = "today" if item.days == 0 else "1 day ago" if item.days == 1 else f"{item.days} days ago"
    age = f"{item.checked_on}, {ago}" if item.checked_on else "no day stands"
    part = f"\n    Open: {item.unconfirmed_part}" if item.unconfirmed_part else ""
    return f"harm {item.harm}  {mark:<11}  {age}  {item.kind}:{item.id}  {item.title}{part}"


def _sum(shown: int, found: int) -> str:
    return f"{found} found" if shown == found else f"{shown} of {found}; --most shows more"


def _count(least: int) -> Any:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 6 or int(text) < least:
            raise argparse.ArgumentTypeError(f"found {text[:20]!r}; allowed: a whole number, {least} or more")
        return int(text)

    return read


def _parser() -> Words:
    parser = Words("handrail content stale", "List what to check again, worst harm first.")
    add_folder(parser)
    parser.add_argument("--nation", choices=NATIONS, help="one nation; all if left out")
    parser.add_argument("--kind", choices=KINDS, help="one kind; all if left out")
    parser.add_argument("--unconfirmed", action="store_true", help="only what is not marked confirmed")
    parser.add_argument("--all", action="store_true", dest="everything", help=f"also what is confirmed and was checked in the last {FRESH_DAYS} days")
    parser.add_argument("--older-than", type=_count(0), metavar="DAYS", help="only what was checked more than so many days ago, or never")
    parser.add_argument("--most", type=_count(1), default=40, metavar="N", help="how many at most (40)")
    add_json(parser, "stale")
    return parser
