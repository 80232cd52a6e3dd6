"""The view of "where am I": one address, one form, many steps. The state comes with the form and goes with the page.

Nothing is stored and nothing is logged; the answer to a form is marked no-store by the site.
"""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handrail.components.clock import now, today
from handrail.components.pages import keep_private, render
from handrail.engine.errors import BadCase
from handrail.guide import demonstration
from handrail.guide.where.answered import ANSWER, PRINT, calendar_of
from handrail.guide.where.england import address, rules
from handrail.guide.where.files import file_name, file_text
from handrail.guide.where.happened import CHOOSE, PICK
from handrail.guide.where.keeping import LOAD, LOADED, SAVE
from handrail.guide.where.listed import LIST, take_away
from handrail.guide.where.problem import Problem, by_field
from handrail.guide.where.state import State, absorb, fresh, read_state
from handrail.guide.where.step import Sent, Step
from handrail.guide.where.when import CHILD, WHEN, begin_change
from handrail.guide.where.who import CHILDREN, WHO

STEPS: dict[str, Step] = {
    "who": WHO, "children": CHILDREN, "pick": PICK, "choose": CHOOSE, "when": WHEN, "child": CHILD, "list": LIST,
    "answer": ANSWER, "print": PRINT, "save": SAVE, "load": LOAD, "loaded": LOADED,
}
MOST_BEGUN = 12
_NEED_AN_EVENT = ("when", "child")
Verb = Callable[[HttpRequest, State, str], HttpResponse]


@require_http_methods(["GET", "HEAD", "POST"])
def where_am_i(request: HttpRequest) -> HttpResponse:
    """Show the first question, or take the answer to one and show the next page."""
    if request.method != "POST":
        return _page(request, "who", replace(fresh(), salt=""))  # the same page for everybody
    try:
        state = read_state(request.POST.dict())
    except BadCase:
        return _page(request, "who", fresh(), [Problem("asker-parent", _("We could not read what this page held. Please start again, or open your file."))])
    at = request.POST.get("at", "who")
    if at in STEPS:
        absorb(state, request.POST.dict(), STEPS[at].fields)
    verb, _colon, about = request.POST.get("go", "next").partition(":")
    return VERBS.get(verb, _next)(request, state, about)


def _page(request: HttpRequest, name: str, state: State, problems: list[Problem] | None = None) -> HttpResponse:
    if name in _NEED_AN_EVENT and not state.typed("event"):
        name = "pick"
    step = STEPS[name]
    errors = problems or []
    context = {
        **step.show(state), "page_of": address, "at": name, "back": step.back(state), "carried": state.carried(), "errors": errors,
        "error": by_field(errors), "is_made_up": demonstration.is_it(state.case), "has_demonstration": demonstration.is_shown(),
    }
    return render(request, step.template, context, status=422 if errors else 200)


def _next(request: HttpRequest, state: State, _about: str) -> HttpResponse:
    at = request.POST.get("at", "who")
    at = at if at in STEPS else "who"
    if at in _NEED_AN_EVENT and not state.typed("event"):
        return _page(request, "pick", state)
    file = request.FILES.get("file")
    outcome = STEPS[at].take(state, Sent(request.POST.dict(), file if file else None, int(request.META.get("CONTENT_LENGTH") or 0)))
    return _page(request, at, state, outcome) if isinstance(outcome, list) else _page(request, outcome, state)


def _to(request: HttpRequest, state: State, name: str) -> HttpResponse:
    """Go to a page without taking what this one asks: Back, and the ways on from a page."""
    return _page(request, name if name in STEPS else "who", state)


def _add(request: HttpRequest, state: State, _about: str) -> HttpResponse:
    state.forget_draft()
    return _page(request, "pick", state)


def _change(request: HttpRequest, state: State, about: str) -> HttpResponse:
    if (number := state.number_of(about)) is None:
        return _page(request, "list", state)
    begin_change(state, number)
    return _page(request, "when", state)


def _remove(request: HttpRequest, state: State, about: str) -> HttpResponse:
    if (number := state.number_of(about)) is not None:
        take_away(state, number)
    return _page(request, "list", state)


def _begin(request: HttpRequest, _state: State, _about: str) -> HttpResponse:
    """Begin from another page with the events that somebody may mean; which of them happened is asked."""
    state = fresh()
    known = [e for e in " ".join(request.POST.getlist("events")).split() if e in rules().events]
    absorb(state, {"events": " ".join(known[:MOST_BEGUN])}, ("events",))
    return _page(request, "who", state)


def _demonstration(request: HttpRequest, state: State, _about: str) -> HttpResponse:
    """Show the made-up family, on a family's own computer only."""
    if not demonstration.is_shown():
        return _page(request, "who", state)
    state.case = demonstration.family(today())
    return _page(request, "answer", state)


def _file(request: HttpRequest, state: State, _about: str) -> HttpResponse:
    return _download(file_text(state, today()).encode(), "application/yaml; charset=utf-8", file_name(today()))


def _calendar(request: HttpRequest, state: State, _about: str) -> HttpResponse:
    return _download(calendar_of(state, _("Date to remember"), now()), "text/calendar; charset=utf-8", f"dates-{today().isoformat()}.ics")


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return keep_private(HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}))


VERBS: dict[str, Verb] = {
    "next": _next, "find": _next, "to": _to, "add": _add, "change": _change, "remove": _remove, "begin": _begin,
    "demonstration": _demonstration, "file": _file, "calendar": _calendar,
}
