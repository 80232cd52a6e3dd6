"""The search page. GET shows the empty form; POST answers, so that the words stay out of addresses, history and logs."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from handrail.components.pages import render
from handrail.guide.pages.views import book_of
from handrail.guide.searching.groups import grouped, without_urgent

MOST_LETTERS = 300
_MOST_RESULTS = 24
_NEAREST = 3


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show the form, and what was found."""
    asked = plain(request.POST.get("words", ""))
    if request.method != "POST" or not asked:
        return render(request, "guide/search.html", {"asked": "", "found": None, "is_empty": request.method == "POST"})
    found = book_of("england").search.find(asked, _MOST_RESULTS, as_typed="as_typed" in request.POST)
    found.urgent.sort(
        key=lambda item: (item.kind != "helpline", int(item.fields.get("order") or 0))
    )  # 999 stands first of all
    results = without_urgent(found)
    context = {
        "asked": asked,
        "found": found,
        "nearest": results[:_NEAREST],
        "groups": grouped(results[_NEAREST:]),
        "is_empty": False,
    }
    return render(request, "guide/search.html", context, private=True)


def plain(typed: str) -> str:
    """Take what was typed as one short line of printable letters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in typed[: 2 * MOST_LETTERS]).split())[
        :MOST_LETTERS
    ]
