"""Pages of roles, rights, routes, terms and questions: short ones, all of the same build."""

from collections import Counter
from typing import Any

from handrail.engine.words.items import Item
from handrail.guide.pages.fragments import Words, part, per_language, prose, summary_of
from handrail.guide.pages.library import Book
from handrail.guide.pages.lines import lines_of
from handrail.guide.pages.place import place_part
from handrail.guide.pages.sourcing import sources_part
from handrail.guide.pages.stages import LANES

_MOST_MET = 12
_OWN_LISTS = ("kin-carer", "child", "care-leaver", "foster-carer", "worker")
_ROLE = ("does", "works_for", "can_decide", "cannot_decide", "private", "complain")


@per_language
def role_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one role or body."""
    words = Words(book)
    short = words.tidy(prose(item, "short"))
    facts = [(key, words.tidy(prose(item, key))) for key in _ROLE if item.fields.get(key)]
    stages = book.naming("stage", "roles", item.id)
    limits = [limit for limit in book.map.limits.values() if item.id in limit.who]
    own, others, local = lines_of(book, limits)
    return {**_common(book, item, words), "short": short, "facts": facts,
            "stages": stages, "limits": part("limit-lines", lines=[*own, *others, *local], all_own=False) if limits else ""}


@per_language
def right_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one right."""
    words = Words(book)
    texts = {key: words.tidy(prose(item, key)) for key in ("words", "whose_words", "how")}
    stages = item.fields.get("stages")
    return {**_common(book, item, words), "texts": texts, "whose": item.fields.get("whose"),
            "stages": [] if stages == "all" else book.found("stage", stages)}


@per_language
def route_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one way to put things right."""
    words = Words(book)
    texts = {key: words.tidy(prose(item, key)) for key in ("words", "for", "not_for")}
    limits = [book.map.limits[limit] for limit in item.fields.get("limits") or () if limit in book.map.limits]
    own, others, local = lines_of(book, limits)
    lines = words.tidy(part("stage-limits", own=own, others=others, local=local)) if limits else ""
    return {**_common(book, item, words), "texts": texts, "limits": lines,
            "helplines": book.found("helpline", item.fields.get("helplines"))}


@per_language
def term_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one word."""
    words = Words(book)
    texts = {key: words.tidy(prose(item, key)) for key in ("plain", "more")}
    return {**_common(book, item, words), "texts": texts, "met_in": _met_in(book, item)}


def _met_in(book: Book, term: Item) -> list[Item]:
    """List the pages whose words link to a term: first those that have it in their title."""
    return sorted(book.linked_from.get(term.address, []), key=lambda page: term.title.lower() not in page.title.lower())


@per_language
def question_page(book: Book, item: Item) -> dict[str, Any]:
    """Gather the page of one question with its answer."""
    words = Words(book)
    answer = words.tidy(item.body_html)
    linked = [found for topic in item.fields.get("links") or () if (found := book.words.get(book.nation, topic))]
    return {**_common(book, item, words), "answer": answer, "linked": [found for found in linked if found.kind != "helpline"],
            "helplines": [found for found in linked if found.kind == "helpline"]}


@per_language
def roles_page(book: Book) -> dict[str, Any]:
    """Gather the list of people and bodies."""
    met = Counter(role for stage in book.all("stage") for role in stage.fields["roles"])
    return {"items": book.all("role"), "met_most": book.found("role", [role for role, _ in met.most_common(_MOST_MET)]), "nation": book.nation}


@per_language
def questions_page(book: Book) -> dict[str, Any]:
    """Gather the list of questions, each once: by the part of the way, and those that others than parents ask by who asks."""
    groups: dict[str, list[Item]] = {name: [] for name in (*LANES, *_OWN_LISTS)}
    for item in book.all("question"):
        groups[_list_of(book, item)].append(item)
    return {"groups": [(name, items) for name, items in groups.items() if items], "nation": book.nation}


def _list_of(book: Book, item: Item) -> str:
    """Name the list that a question stands in."""
    askers = item.fields["askers"]
    if askers != "all" and not {"parent", "parent-without-responsibility"} & set(askers):
        own = next((asker for asker in _OWN_LISTS if asker in askers), None)
        if own:
            return own
    stages = book.found("stage", item.fields["stages"] if item.fields["stages"] != "all" else ())
    return str(stages[0].fields["lane"]) if stages else "side"


def _common(book: Book, item: Item, words: Words) -> dict[str, Any]:
    return {"heading": item.title, "item": item, "summary": summary_of(item), "place": place_part(book, item),
            "words": words.told(but=item.id if item.kind == "term" else ""), "sources": sources_part(book.words, item)}
