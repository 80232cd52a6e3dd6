"""Made-up cases of exactly 100 events to judge: five long family histories, and events drawn by chance.

A history is a list of days counted from its first: `once` on one day, `every` some days over a stretch. Each shape is
made several times with other first days and small shifts, so that no one Monday decides the figure.
"""

import random
from collections.abc import Iterator
from datetime import date

from handrail.engine.case import Case, Happening
from handrail.engine.dates import FuzzyDate, fuzzy
from handrail.engine.map import Map

EVENTS = 100
SEED = 20_251_124
FIRST_DAY = date(2023, 9, 4).toordinal()
"""Late enough that no count in a case runs past the calendar, early enough that most of a case is over."""

Step = tuple[str, int, int, int]
"""Event, first day, last day, days between."""


def _once(day: int, *events: str) -> list[Step]:
    return [(event, day, day, 1) for event in events]


_INTO_PROTECTION: list[Step] = [
    *_once(0, "referral-received"), *_once(1, "referral-decided", "allocation"),
    *_once(3, "assessment-started", "social-worker-first-visit"),
    *_once(9, "strategy-discussion", "section-47-started"), *_once(10, "section-47-first-visit"),
    *_once(20, "section-47-finished"),
    *_once(22, "conference-report-shared"), *_once(24, "initial-conference", "child-protection-plan-made"),
    *_once(27, "conference-decision-letter"), *_once(46, "conference-minutes"), *_once(62, "assessment-finished"),
]
_PROTECTION: list[Step] = [
    *_INTO_PROTECTION, ("core-group", 34, 640, 42), ("social-worker-saw-child", 30, 640, 14), ("review-conference", 108, 640, 170),
    ("review-report-shared", 105, 640, 170), *_once(700, "child-protection-plan-ended"),
]
_LOOKED_AFTER: list[Step] = [
    *_once(-2300, "birth"),
    *_INTO_PROTECTION, *_once(60, "section-20-started", "became-looked-after", "placement-started"),
    *_once(64, "placement-plan-made", "care-plan-made"),
    *_once(76, "personal-education-plan-started"), *_once(80, "health-assessment-done"),
    *_once(83, "looked-after-review"),
    ("looked-after-review", 160, 900, 170), ("review-record-sent", 172, 900, 170), ("social-worker-visit", 66, 900, 20),
    ("personal-education-plan-reviewed", 170, 900, 150), ("health-review-done", 430, 900, 350),
    *_once(120, "permanence-plan-agreed"),
    ("contact-changed-by-agreement", 140, 900, 200), ("contact-stopped", 300, 300, 1), ("contact-resumed", 312, 312, 1),
]
_COURT: list[Step] = [
    *_once(-700, "birth"), *_INTO_PROTECTION, *_once(40, "legal-planning-meeting"),
    *_once(47, "letter-before-proceedings"), *_once(60, "pre-proceedings-meeting", "family-group-meeting-offered"),
    *_once(110, "decision-to-issue"), *_once(114, "care-application-made"),
    *_once(115, "care-application-issued", "standard-directions-made"),
    *_once(127, "interim-care-order-made", "became-looked-after", "placement-started"),
    *_once(131, "case-management-hearing"),
    *_once(132, "placement-plan-made", "care-plan-made"),
    *_once(150, "looked-after-review", "personal-education-plan-started", "health-assessment-done"),
    *_once(180, "further-case-management-hearing"), *_once(255, "issues-resolution-hearing"),
    *_once(296, "final-hearing", "care-order-made", "care-case-finished"),
    ("court-hearing", 127, 300, 43), ("looked-after-review", 230, 900, 175), ("social-worker-visit", 133, 900, 17),
    ("personal-education-plan-reviewed", 320, 900, 180), ("contact-plan-changed", 200, 900, 230),
    *_once(420, "contact-order-made", "discharge-application-made"),
    *_once(500, "discharge-application-decided"), *_once(540, "placed-at-home-under-care-order"),
]
_COMPLAINT: list[Step] = [
    *_once(100, "complaint-grounds-arose"),
    *_once(110, "complaint-made", "complaint-stage-1-received"), *_once(113, "complaint-acknowledged"),
    *_once(118, "complaint-advocate-asked"), *_once(121, "complaint-advocate-appointed"),
    *_once(131, "complaint-stage-1-extended"),
    *_once(142, "complaint-stage-1-answered"), *_once(150, "complaint-stage-2-requested"),
    *_once(154, "complaint-stage-2-started"),
    *_once(160, "complaint-stage-2-statement-agreed"), *_once(170, "complaint-stage-2-extended"),
    *_once(180, "complaint-on-hold"), *_once(204, "complaint-hold-ended"),
    *_once(245, "complaint-stage-2-report"), *_once(260, "complaint-stage-2-answered"),
    *_once(275, "complaint-stage-3-requested"),
    *_once(310, "complaint-panel-held"), *_once(317, "complaint-panel-report"),
    *_once(335, "complaint-council-response"), *_once(340, "learned-of-problem"),
    *_once(360, "ombudsman-complaint-made"), *_once(590, "ombudsman-decision", "remedy-ordered"),
    *_once(612, "remedy-due-date"), *_once(620, "remedy-done"),
    *_once(120, "subject-access-received"), *_once(160, "subject-access-extended"),
    *_once(215, "subject-access-answered"), *_once(222, "data-complaint-received"),
    *_once(250, "data-complaint-acknowledged"), *_once(260, "data-complaint-last-reply"),
    *_once(200, "foi-received"), *_once(226, "foi-refused"),
    *_once(240, "foi-review-requested"), *_once(262, "foi-review-answered"),
]
_COMPLAINTS: list[Step] = [
    *_INTO_PROTECTION, *_COMPLAINT, ("core-group", 34, 640, 40), ("social-worker-saw-child", 30, 640, 16),
    ("review-conference", 108, 640, 170),
]
_ALL_OF_IT: list[Step] = [
    *_once(-2300, "birth"), *_INTO_PROTECTION, ("core-group", 34, 150, 42), ("social-worker-saw-child", 30, 158, 14),
    *_once(108, "review-conference"), *_once(160, "section-20-started", "became-looked-after", "placement-started"),
    *_once(164, "placement-plan-made", "care-plan-made"), *_once(170, "child-protection-plan-ended"),
    *_once(176, "personal-education-plan-started"), *_once(180, "health-assessment-done"), *_once(183, "looked-after-review"),
    ("looked-after-review", 260, 900, 170), ("review-record-sent", 272, 900, 170), ("social-worker-visit", 166, 900, 30),
    ("personal-education-plan-reviewed", 270, 900, 150), *_once(220, "permanence-plan-agreed"), *_once(240, "contact-stopped"),
    *_once(252, "contact-resumed"), *_once(260, "contact-plan-changed"), *[(event, day + 140, last + 140, every) for event, day, last, every in _COMPLAINT],
]
SHAPES = {
    "protection, care and complaints": _ALL_OF_IT, "protection plan": _PROTECTION, "looked after": _LOOKED_AFTER, "court": _COURT,
    "complaints": _COMPLAINTS,
}
_FILL = ("social-worker-visit", "social-worker-saw-child", "core-group")


def realistic(count: int = 6) -> list[Case]:
    """Each shape `count` times, every case exactly 100 events long, in the order of telling."""
    rng = random.Random(SEED)
    return [_case(shape, rng) for _ in range(count) for shape in SHAPES.values()]


def drawn(map_: Map, count: int = 24) -> list[Case]:
    """Cases of 100 events drawn from all that the map knows: far more limits start than in any family's life."""
    rng, known = random.Random(SEED), sorted(map_.events)
    return [_of([(rng.choice(known), FIRST_DAY + rng.randrange(900)) for _ in range(EVENTS)]) for _ in range(count)]


def _case(shape: list[Step], rng: random.Random) -> Case:
    first = FIRST_DAY + rng.randrange(60)
    told = [(event, first + day + (rng.randrange(3) if every > 1 else 0)) for event, day, every in _days(shape)]
    told = sorted(told, key=lambda one: one[1])[:EVENTS]
    last = max(day for _, day in told)
    while len(told) < EVENTS:
        told.append((_FILL[len(told) % len(_FILL)], rng.randrange(first + 70, last)))
    return _of(told)


def _days(shape: list[Step]) -> Iterator[tuple[str, int, int]]:
    for event, start, stop, every in shape:
        for day in range(start, stop + 1, every):
            yield event, day, every


def _of(told: list[tuple[str, int]]) -> Case:
    return Case("england", "parent", (), tuple(Happening(event, _day(day)) for event, day in told))


def _day(ordinal: int) -> FuzzyDate:
    return fuzzy(date.fromordinal(ordinal))


def last_day(case: Case) -> FuzzyDate:
    """A month after the last event: the day to judge a case."""
    return _day(max(h.when.hi for h in case.events) + 30)


def as_json_value(case: Case) -> dict[str, object]:
    """The case as it stands in a file."""
    return {"nation": case.nation, "asker": case.asker, "events": [{"on": h.when.text, "event": h.event} for h in case.events]}
