"""Read what only pages need from content/: the words of whole pages, and worked cases. Loaded only when not at hand."""

from pathlib import Path
from typing import Any

from handrail.engine.words.markdown import render
from handrail.engine.yaml12 import read_yaml


def compile_texts(content_dir: Path) -> dict[str, Any]:
    """Read the page words and the worked cases.

    Returns:
        `home` (content/words/home.yaml), `pages` (name to title, lead and HTML), `cases` (nation to limit to cases),
        `renamed` (nation to topic of the past to today's id).
        Plain values only.
    """
    words = content_dir / "words"
    return {
        "home": read_yaml(words / "home.yaml"),
        "pages": {path.stem: _page(path) for path in sorted(words.glob("*.md"))},
        "cases": {folder.name: _cases(folder) for folder in sorted((content_dir / "limits").iterdir()) if folder.is_dir()},
        "renamed": _renamed(content_dir / "renamed.yaml"),
    }


def _renamed(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in (read_yaml(path) or {}).get("renamed") or [] if path.is_file() else []:
        found.setdefault(entry["nation"], {})[f"{entry['kind']}:{entry['old']}"] = entry["new"]
    return found


def _page(path: Path) -> dict[str, Any]:
    """Read one page: keys between two lines of ---, then Markdown."""
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    return {**read_yaml(head, path.name), "html": render(body, "england").html}


def _cases(folder: Path) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for path in sorted(folder.glob("*.cases.yaml")):
        found[path.name.removesuffix(".cases.yaml")] = [_case(case) for case in read_yaml(path) or []]
    return found


def _case(case: dict[str, Any]) -> dict[str, Any]:
    """Keep what the page and the open data tell of a worked case."""
    shown = ("name", "from", "on", "due", "earliest", "latest", "maximum", "status", "why", "due_at", "verdict")
    kept = {key: str(case[key]) for key in shown if case.get(key) is not None}
    events = [[str(happened["on"]), str(happened["event"])] for happened in case.get("events") or []]
    return {**kept, "events": events} if events else kept
