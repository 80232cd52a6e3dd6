"""The keys of every kind of content, as data. The words for people are in docs/explain/map-format.md.

A key has a shape:
- `text`: prose that a person reads. `line`: words that are not prose. `phrases`: list of words people use.
- `day`, `flag`, `number`, `amount` (a number or null), `years` (the age or months of a rule).
- `id:KIND`, `ids:KIND`: one id, or a list of them. `events`: event ids, each may be `{event, nth}`.
- `one:SET`, `some:SET`: one or several words of a set below.
- `map:PART`, `list:PART`: a mapping, or a list of mappings, with the keys of a part below.
- `any`: anything.
A star at the end means that the key must be there.
"""

NATIONS = ("england", "scotland", "wales", "northern-ireland")
ASKERS = ("parent", "parent-without-responsibility", "kin-carer", "child", "care-leaver", "other")

READERS = (*ASKERS, "foster-carer", "worker")
"""Whom a page may be written for: who may ask about a case, and those who work with families."""

SETS: dict[str, tuple[str, ...]] = {
    "nation": NATIONS,
    "asker": ASKERS,
    "asker-or-all": (*ASKERS, "all"),
    "reader-or-all": (*READERS, "all"),
    "mark": ("confirmed", "unconfirmed"),
    "in-force": ("in-force", "coming", "ended"),
    "told": ("yes", "sometimes", "no"),
    "side": ("duty", "window", "bar", "span", "count-back"),
    "limit-kind": ("statute", "regulations", "court-rule", "practice-direction", "statutory-guidance",
                   "national-procedure", "regulator-policy", "good-practice", "common-local-practice", "court-order"),
    "source-kind": ("statute", "regulations", "court-rule", "practice-direction", "statutory-guidance",
                    "regulator-guidance", "national-standard", "good-practice", "local-procedure", "case-law", "pages"),
    "day-one": ("next-day", "same-day", "silent", "hours"),
    "roll": ("none", "next-open-day", "unsure", "epo-holiday"),
    "unit": ("hours", "calendar-days", "working-days", "weeks", "months", "years"),
    "effect": ("none", "remedy", "order-ends", "may-be-allowed", "lapsed"),
    "how-held": ("stop", "restart"),
    "nth": ("first", "later"),
    "preparation-kind": ("meeting", "hearing", "visit"),
    "change-kind": ("law", "holidays", "words", "correction"),
    "lane": ("help", "protection", "emergency", "court", "looked-after", "later", "side"),
}

_COMMON = {
    "sources": "list:source*", "checked_on": "day*", "mark": "one:mark*", "unconfirmed_part": "text",
    "in_force": "one:in-force", "reviewed": "map:reviewed", "also": "phrases",
}

KINDS: dict[str, dict[str, str]] = {
    "process": {"title": "line*", "order": "number*"},
    "source": {"title": "line*", "kind": "one:source-kind*", "nations": "some:nation*", "link": "line",
               "read_on": "day*", "text_as_at": "day", "note": "line", "pages": "any"},
    "event": {"title": "text*", "asked": "text*", "told": "one:told*", "planned": "flag", "planned_title": "text",
              "after": "ids:event", "derived": "map:derived", "also": "phrases"},
    "limit": {
        "title": "line*", "process": "id:process*", "side": "one:side*", "kind": "one:limit-kind*", "words": "text*",
        "who": "ids:role", "decision_maker": "id:role", "filter": "id:role", "may_act": "some:asker",
        "may_act_words": "text", "start": "events", "start_words": "text", "start_bounds": "list:start-bound",
        "ask": "text", "end": "events", "ends_words": "text", "cancels": "events", "lapsed_by": "events", "only_if": "events",
        "only_if_ever": "events", "unless": "events", "unless_ever": "events", "since": "map:since", "age": "map:age",
        "holds": "list:hold", "stated_by": "events", "extended_by": "events", "calendar": "id:calendar*",
        "day_one": "one:day-one*", "clear_days": "flag", "exceeds": "flag", "after_limit": "id:limit",
        "roll": "one:roll", "roll_calendar": "id:calendar", "values": "list:value*", "readings": "list:reading",
        "told_in_words": "text", "if_missed": "map:if-missed*", "late": "map:late", "part_of": "id:limit",
        "stages": "ids:stage", "see": "ids:limit", "harm": "number*", **_COMMON,
    },
    "stage": {
        "title": "line*", "short": "text*", "process": "id:process*", "order": "number*", "lane": "one:lane*",
        "entry": "flag", "opens": "events*", "closes": "events*", "implies_on_open": "id:event",
        "implies_on_close": "id:event", "next": "ids:stage*", "roles": "ids:role*", "leads": "id:role*",
        "limits": "ids:limit*", "rights": "ids:right*", "helplines": "ids:helpline", **_COMMON,
    },
    "role": {"title": "line*", "short": "text*", "does": "text*", "works_for": "text*", "can_decide": "text*",
             "cannot_decide": "text*", "private": "text*", "complain": "text*", "stages": "ids:stage", **_COMMON},
    "right": {"title": "line*", "words": "text*", "whose": "some:asker-or-all*", "whose_words": "text",
              "stages": "ids:stage-or-all*", "how": "text*", **_COMMON},
    "route": {"title": "line*", "words": "text*", "for": "text*", "not_for": "text*", "limits": "ids:limit*",
              "helplines": "ids:helpline*", **_COMMON},
    "question": {"title": "line*", "askers": "some:reader-or-all*", "stages": "ids:stage-or-all*", "links": "topics*",
                 "safety": "flag", **_COMMON},
    "path": {"title": "line*", "short": "text*", "order": "number*", "askers": "some:reader-or-all*",
             "stages": "ids:stage-or-all*", "safety": "flag", "steps": "list:path-step*", "today": "text*",
             "helplines": "ids:helpline*", **_COMMON},
    "preparation": {"title": "line*", "short": "text*", "order": "number*", "kind": "one:preparation-kind*",
                    "stages": "ids:stage*", "what_for": "text*", "roles": "ids:role*", "who": "text",
                    "papers": "list:paper*", "say": "text*", "ask": "text*", "bring": "text*", "with_you": "text*",
                    "after": "text", **_COMMON},
    "change": {"title": "line*", "on": "day*", "kind": "one:change-kind*", "law_from": "day", "words": "text*",
               "why": "text*", "touches": "topics*", **_COMMON},
    "term": {"term": "line*", "plain": "text*", "more": "text", **_COMMON},
    "helpline": {"name": "line*", "for": "text*", "phone": "line", "phone_sources": "list:source", "hours": "text",
                 "text": "text", "link": "line*", "order": "number*", **_COMMON},
}

PARTS: dict[str, dict[str, str]] = {
    "source": {"source": "id:source*", "at": "line"},
    "path-step": {"title": "line*", "words": "text*", "say": "text", "links": "topics"},
    "paper": {"words": "text*", "by": "text*", "limit": "id:limit"},
    "reviewed": {"by_role": "line*", "on": "day*"},
    "derived": {"event": "id:event*", "years": "years*"},
    "start-bound": {"not_after": "id:event", "not_before": "id:event", "follows": "id:event", "words": "text*"},
    "since": {"event": "id:event*", "under_months": "years", "from_months": "years"},
    "age": {"under_years": "years", "from_years": "years"},
    "hold": {"from": "events*", "to": "events*", "how": "one:how-held"},
    "value": {"from": "day*", "to": "day*", "amount": "amount*", "unit": "one:unit", "maximum": "map:maximum",
              "words": "text", "sources": "list:source"},
    "maximum": {"amount": "number*", "unit": "one:unit*", "words": "text"},
    "reading": {"id": "line*", "label": "text*", "start": "events", "day_one": "one:day-one",
                "calendar": "id:calendar", "amount": "number", "unit": "one:unit",
                "words": "text"},
    "if-missed": {"effect": "one:effect*", "words": "text*"},
    "late": {"who": "text*", "test": "text*", "how": "text*"},
}

SECTIONS = ("What it is", "Why it happens", "What the workers must do", "How the worker sees it",
            "What you can do now", "What to ask", "Papers you should have", "Who is in the room",
            "What can come next")
"""The headings of a stage's Markdown, in their order."""

CALENDARS = ("wd-complaints", "wd-fpr", "wd-foi", "wd-careplanning", "wd-guidance", "wd-adoption",
             "wd-private-fostering", "wd-civil", "cal", "hours")
"""Calendar ids of England that hold even before their files do."""
