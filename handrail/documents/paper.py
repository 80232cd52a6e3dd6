"""How our documents look on paper: sizes, fonts, colours and styles of A4. Vera comes with ReportLab and goes into the file."""

from collections import defaultdict
from typing import Any, NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

MARGIN = 20 * mm
WIDTH = A4[0] - 2 * MARGIN
INK, QUIET, ACT, AMBER, HAIR = (HexColor(code) for code in ("#201a16", "#4b4038", "#0d4a45", "#a85b00", "#bbbbbb"))
_STEP = 14  # points a list steps in

for _face, _file in (("Handrail", "Vera"), ("Handrail-Bold", "VeraBd"), ("Handrail-Italic", "VeraIt"), ("Handrail-BoldItalic", "VeraBI")):
    pdfmetrics.registerFont(TTFont(_face, f"{_file}.ttf"))
pdfmetrics.registerFontFamily("Handrail", "Handrail", "Handrail-Bold", "Handrail-Italic", "Handrail-BoldItalic")


class Rule(NamedTuple):
    """A line above a block: how thick, in points, and its colour."""

    points: float
    colour: Color


_TEXT: dict[str, Any] = {"fontName": "Handrail", "fontSize": 9.5, "leading": 13.5, "spaceAfter": 4.5, "textColor": INK}
_KINDS: dict[str, dict[str, Any]] = {
    "text": {},
    "small": {"fontSize": 8, "leading": 11},
    "lead": {"fontSize": 11, "leading": 15.5, "spaceAfter": 7},
    "when": {"fontName": "Handrail-Bold", "fontSize": 11, "leading": 15, "textColor": ACT},
    "fact": {"spaceBefore": 3, "spaceAfter": 1, "keepWithNext": 1},
    "h1": {"fontName": "Handrail-Bold", "fontSize": 21, "leading": 27, "spaceAfter": 12, "textColor": ACT, "keepWithNext": 1},
    "h2": {"fontName": "Handrail-Bold", "fontSize": 14.5, "leading": 19, "spaceBefore": 20, "spaceAfter": 6, "textColor": ACT, "keepWithNext": 1},
    "h3": {"fontName": "Handrail-Bold", "fontSize": 11, "leading": 15, "spaceBefore": 9, "spaceAfter": 3, "keepWithNext": 1},
    "h4": {"fontName": "Handrail-Bold", "fontSize": 10, "leading": 14, "spaceBefore": 6, "spaceAfter": 2, "keepWithNext": 1},
    "h5": {"fontName": "Handrail-Bold", "fontSize": 9.5, "leading": 13.5, "spaceBefore": 4, "spaceAfter": 2, "keepWithNext": 1},
}
_RULES = {"landing": Rule(2.5, ACT), "window": Rule(2.5, AMBER), "limit": Rule(1.2, QUIET), "say": Rule(0.8, ACT), "sources": Rule(0.4, HAIR)}


class _Styles(defaultdict[tuple[str, int], ParagraphStyle]):
    """Paragraph styles by kind and depth of list, each made when it is first asked for."""

    def __missing__(self, key: tuple[str, int]) -> ParagraphStyle:
        """Make a style that was not asked for before."""
        kind, depth = key
        about: dict[str, Any] = {**_TEXT, **_KINDS[kind], "leftIndent": depth * _STEP, "bulletIndent": max(0, depth - 1) * _STEP + 2}
        self[key] = ParagraphStyle(f"{kind}-{depth}", **about)
        return self[key]


STYLES = _Styles()


def rule_of(classes: list[str]) -> Rule | None:
    """Give the line that stands above a block of these classes; None where none does."""
    return next((_RULES[name] for name in classes if name in _RULES), None)
