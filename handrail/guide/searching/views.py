"""The search page. GET shows the empty form; POST answers, so that the words stay out of addresses, history and logs."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from handrail.components.pages import render
from handrail.engine.words.search import Found, Result
from handrail.guide.pages.views import book_of

MOST_LETTERS = 300
_MOST_RESULTS = 24
_NEAREST = 3


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show the form, and what was found."""
    asked = plain(request.POST.get("words", ""))
    if request.method != "POST" or not asked:
        return render(request, "guide/search.html", {"asked": "", "found": None, "is_empty": request.method == "POST"})
    found = book_of("england").search.find(asked, _MOST_RESULTS)
    found.urgent.sort(key=lambda item: int(item.fields.get("order") or 0))  # 999 stands first of all
    results = without_urgent(found)
    context = {"asked": asked, "found": found, "nearest": results[:_NEAREST], "groups": grouped(results[_NEAREST:]), "is_empty": False}
    return render(request, "guide/search.html", context, private=True)


def plain(typed: str) -> str:
    """Take what was typed as one short line of printable letters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in typed[: 2 * MOST_LETTERS]).split())[:MOST_LETTERS]


def without_urgent(found: Found) -> list[Result]:
    """List the results, best first, but for the helplines that stand above all else already."""
    urgent = {item.topic for item in found.urgent}
    return [result for result in found.results if result.item.topic not in urgent]


def grouped(results: list[Result]) -> list[tuple[str, list[Result]]]:
    """Group results by kind, the kind of the best one first."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.item.kind, []).append(result)
    return list(groups.items())
