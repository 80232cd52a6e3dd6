"""The form, the note as it will go, and the word that it went. The text travels with the form and is kept nowhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from handrail.components.pages import render, render_text
from handrail.guide.corrections import sending
from handrail.guide.corrections.note import Note, page_of, problem_with, read_note
from handrail.guide.where.england import rules
from handrail.guide.where.problem import Problem, by_field

SENT = "/is-this-wrong/sent/"


@require_http_methods(["GET", "HEAD", "POST"])
def is_this_wrong(request: HttpRequest) -> HttpResponse:
    """Ask what is wrong with a page; show the note; send it where the host takes notes."""
    if request.method != "POST":
        return _form(request, Note(page_of(request.GET.get("page", "")), "", "", "", ""))
    note = read_note(request.POST)
    if request.POST.get("go") == "change":
        return _form(request, note)
    if problem := problem_with(note):
        return _form(request, note, problem)
    return _send(request, note) if request.POST.get("go") == "send" else _show(request, note)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say that it went."""
    return render(request, "corrections/sent.html")


def _form(request: HttpRequest, note: Note, problem: Problem | None = None) -> HttpResponse:
    errors = [problem] if problem else []
    context = {"note": note, "errors": errors, "error": by_field(errors), "can_send": sending.can_send(), "address": sending.address()}
    return render(request, "corrections/form.html", context, status=422 if errors else 200, private=request.method == "POST")


def _show(request: HttpRequest, note: Note, has_failed: bool = False) -> HttpResponse:
    context = {"note": note, "text": _text_of(note), "can_send": sending.can_send(), "address": sending.address(), "has_failed": has_failed}
    return render(request, "corrections/note.html", context, status=503 if has_failed else 200, private=True)


def _send(request: HttpRequest, note: Note) -> HttpResponse:
    try:
        sending.send(note, _text_of(note))
    except sending.NotSent:
        return _show(request, note, has_failed=True)
    return HttpResponse(status=303, headers={"Location": SENT})  # so that to load it again sends nothing twice


def _text_of(note: Note) -> str:
    context: dict[str, Any] = {"note": note, "version": rules().about["version"]}
    return render_text("corrections/note.txt", context).strip()
