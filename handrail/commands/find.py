"""`handrail find "words of a person"`: ranked pages with their topic ids, best first.

The JSON is described in docs/schemas/find.schema.json and stays as it is: other programs call this.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from handrail.commands._shared import Words as CommandWords
from handrail.engine.errors import UnknownId
from handrail.engine.loader import content_dir
from handrail.engine.words.items import Item, Words
from handrail.engine.words.search import Found, Search
from handrail.engine.words.store import open_words


@dataclass(frozen=True)
class _Page:
    """How a page stands in the JSON."""

    topic: str
    kind: str
    nation: str
    title: str
    address: str


def run(args: list[str]) -> int:
    """Run the command; 0 also where nothing was found (it then says where to go)."""
    asked = _parser().parse_args(args)
    found = find(" ".join(asked.words), asked.nation, asked.most)
    print(json.dumps(as_json(found), ensure_ascii=False, indent=2) if asked.json else as_text(found))
    return 0


def find(query: str, nation: str | None = None, most: int = 10) -> Found:
    """Search one nation, or, where none is named, every nation that has pages.

    Raises:
        UnknownId: there is no such nation.
    """
    words = open_words(content_dir())
    if nation is not None:
        return Search(words, nation).find(query, most)
    answers = [Search(words, name).find(query, most) for name in words.search_data]
    if not answers:
        raise UnknownId("content: found no pages of any nation; allowed: at least one nation's files in content/")
    best, *others = sorted(answers, key=_best_score, reverse=True)
    rest = [result for answer in others for result in answer.results]
    best.results = sorted([*best.results, *rest], key=lambda result: -result.score)[:most]
    _drop_notice_of_a_nation_we_have(best, words)
    return best


def as_json(found: Found) -> dict[str, Any]:
    """Lay an answer out as docs/schemas/find.schema.json says."""
    return {
        "query": found.query,
        "nation": found.nation,
        "corrected": found.corrected,
        "results": [{**_page(r.item), "score": r.score, "snippet": r.snippet} for r in found.results],
        "urgent": [_page(item) for item in found.urgent],
        "suggestions": [_page(item) for item in found.suggestions],
        "other_nation": found.other_nation,
        "notice": found.notice,
        "helplines": [{**_page(item), "phone": item.fields.get("phone")} for item in found.helplines],
    }


def as_text(found: Found) -> str:
    """Lay an answer out for a person."""
    lines = [found.notice] if found.notice else []
    lines += [
        f"  Call: {item.title} {item.fields.get('phone') or item.fields.get('link') or ''}" for item in found.helplines
    ]
    if found.corrected:
        lines.append(f"Searched for: {found.corrected}")
    for result in found.results:
        lines += [f"{result.item.title}  [{result.item.topic}]", f"  {result.snippet}"]
    if not found.results:
        lines.append("Nothing found for these words. These may help:")
        lines += [f"  {item.title}  [{item.topic}]" for item in found.suggestions]
    return "\n".join(lines)


def _page(item: Item) -> dict[str, Any]:
    return asdict(_Page(item.topic, item.kind, item.nation, item.title, item.address))


def _best_score(found: Found) -> float:
    return found.results[0].score if found.results else 0.0


def _drop_notice_of_a_nation_we_have(found: Found, words: Words) -> None:
    if found.other_nation in words.search_data:
        found.other_nation, found.notice, found.helplines = None, None, []


def _parser() -> CommandWords:
    parser = CommandWords("handrail find", "Find pages by your own words.")
    parser.add_argument("words", nargs="*", help="what you want to know, in any words")
    parser.add_argument(
        "--nation", help="england, scotland, wales or northern-ireland; all that have pages if left out"
    )
    parser.add_argument("--most", type=int, default=10, help="how many pages at most (10)")
    parser.add_argument("--json", action="store_true", help="print JSON (docs/schemas/find.schema.json)")
    return parser
