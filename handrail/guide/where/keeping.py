"""The steps that keep and bring back: a warning before saving, loading a file, what changed since."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from handrail.components.clock import today
from handrail.components.words import plain_day
from handrail.engine.errors import BadCase, BadYaml
from handrail.guide.where.files import MOST_BYTES, changed_since, file_name, position_on, read_file
from handrail.guide.where.problem import Problem
from handrail.guide.where.state import State
from handrail.guide.where.step import Outcome, Sent, Step
from handrail.guide.where.touched import map_changes_for


def show_save(state: State) -> dict[str, Any]:
    """The warning, and the name that the file will have."""
    return {"file_name": file_name(today())}


def take_load(state: State, sent: Sent) -> Outcome:
    """Take a file or pasted text. What cannot be read is told by the field, and what was told before stays."""
    pasted = sent.fields.get("text", "").strip()
    if sent.file is None and sent.size > MOST_BYTES * 2:
        return [Problem("file", _("This file is too large. We read files of up to 200 kB."))]
    if sent.file is None and not pasted:
        return [Problem("file", _("Choose a file, or paste its text below."))]
    if sent.file is not None and (sent.file.size or 0) > MOST_BYTES:
        return [Problem("file", _("This file is too large. We read files of up to 200 kB."))]
    field, content = ("file", sent.file.read()) if sent.file is not None else ("text", pasted)
    try:
        saved = read_file(content, _("Your file") if field == "file" else _("Your text"))
    except BadYaml as problem:
        state.news["text"] = pasted
        return [Problem(field, _("We could not read this. Is it the file that we saved for you, called notes- and a day? (%(why)s)") % {"why": problem})]
    except BadCase as problem:
        state.news["text"] = pasted
        return [Problem(field, str(problem))]
    state.case, state.salt, state.draft = saved.state.case, saved.state.salt, {}
    now = position_on(state.case, today())
    state.news = {
        "changes": changed_since(saved, now), "saved_on": _plain_day(saved.saved_on), "kept": bool(saved.answers), "relabelled": saved.relabelled,
        "touching": map_changes_for(now, saved.saved_on),
    }
    return "loaded"


def _plain_day(text: str) -> str:
    """Write the day of saving as people say it; what is no day is left out."""
    try:
        return plain_day(date.fromisoformat(text))
    except ValueError:
        return ""


def show_load(state: State) -> dict[str, Any]:
    """The field for a file, and one for text."""
    return {"text": state.news.get("text", "")}


def show_loaded(state: State) -> dict[str, Any]:
    """What changed since the file was saved, and which children are called otherwise here."""
    empty = {"changes": [], "saved_on": "", "kept": False, "relabelled": {}, "touching": []}
    return {**empty, **state.news, "number": len(state.case.events)}


def _back_from_load(state: State) -> str:
    return "to:list" if state.case.events else "to:who"


SAVE = Step("where/save.html", lambda state: "to:answer", show_save)
LOAD = Step("where/load.html", _back_from_load, show_load, take_load)
LOADED = Step("where/loaded.html", lambda state: "to:load", show_loaded)
