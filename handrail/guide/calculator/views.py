"""The view of the calculator. Nothing is stored; what was picked and typed travels in the form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from handrail.components.clock import today
from handrail.components.pages import render
from handrail.engine.dates import parse_date
from handrail.guide.calculator.picks import Fields, show_choose, show_pick, take_choose, take_pick
from handrail.guide.calculator.result import show_result
from handrail.guide.where.dates import WHEN_FIELDS, read_when
from handrail.guide.where.england import address, rules
from handrail.guide.where.problem import Problem, by_field

_FIELDS = ("query", "pick", "limit", *WHEN_FIELDS)
_LONGEST = 100
_BACK = {"pick": "", "choose": "to:pick", "when": "to:choose", "result": "to:when"}


@require_http_methods(["GET", "HEAD", "POST"])
def calculator(request: HttpRequest) -> HttpResponse:
    """Ask which limit and from when, one question a page, and answer."""
    if request.method != "POST":
        return _page(request, "pick", {})
    fields = {name: request.POST.get(name, "").strip()[:_LONGEST] for name in _FIELDS}
    verb, _colon, name = request.POST.get("go", "next").partition(":")
    if verb == "begin":
        return _page(request, "when" if fields["limit"] in rules().limits else "pick", fields)
    if verb == "to":
        return _page(request, name, fields)
    at = request.POST.get("at", "pick")
    outcome = _take(at if at in _BACK else "pick", fields, verb == "find")
    return _page(request, at, fields, outcome) if isinstance(outcome, list) else _page(request, outcome, fields)


def _take(at: str, fields: Fields, is_search: bool) -> str | list[Problem]:
    if at == "pick":
        return take_pick(fields, is_search)
    if at == "choose":
        return take_choose(fields)
    if fields["limit"] not in rules().limits:
        return "pick"
    return read_when(fields, today())[1] or "result"


def _page(request: HttpRequest, name: str, fields: Fields, problems: list[Problem] | None = None) -> HttpResponse:
    limit = rules().limits.get(fields.get("limit", ""))
    if name not in _BACK or (name in ("when", "result") and limit is None):
        name = "pick"
    if name == "result" and limit is not None and not limit.no_date_because and not read_when(fields, today())[0]:
        name = "when"
    back = "to:choose" if name == "result" and limit is not None and limit.no_date_because else _BACK[name]
    errors = problems or []
    context = {**_shown(name, fields), "fields": fields, "at": name, "back": back, "errors": errors, "error": by_field(errors), "page_of": address}
    return render(request, f"calculator/{name}.html", context, status=422 if errors else 200)


def _shown(name: str, fields: Fields) -> dict[str, Any]:
    if name == "pick":
        return show_pick(fields)
    if name == "choose":
        return show_choose(fields)
    limit = rules().limits[fields["limit"]]
    if name == "when":
        return {"limit": limit, "typed": {name: fields.get(name, "") for name in WHEN_FIELDS}}
    text = "" if limit.no_date_because else read_when(fields, today())[0]
    return show_result(limit.id, parse_date(text) if text else None, today())
