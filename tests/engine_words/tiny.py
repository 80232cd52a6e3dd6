
"""A whole content folder in small, clean by every rule, to break one thing at a time."""

from pathlib import Path

COMMON = """sources: [{source: act, at: "s.1"}]
checked_on: 2026-11-22
mark: confirmed
"""
SECTIONS = (
    "What it is",
    "Why it happens",
    "What the workers must do",
    "How the worker sees it",
    "What you can do now",
    "What to ask",
    "Papers you should have",
    "Who is in the room",
    "What can come next",
)
STAGE_MD = "\n".join(f"## {heading}\nA short line for you.\n" for heading in SECTIONS)


def stage(title: str, opens: str, closes: str, leads_to: str, order: int, more: str = "") -> str:
    return f"""title: {title}
short: A short line.
process: help
order: {order}
lane: help
opens: [{opens}]
closes: [{closes}]
next: [{leads_to}]
roles: [worker]
leads: worker
limits: [visit]
rights: [come-along]
{more}{COMMON}"""


FILES = {
    "processes/england.yaml": "help: {title: Help, order: 1}\n",
    "sources/act.yaml": "title: An Act\nkind: statute\nnations: [england]\nlink: https://example.org/act\nread_on: 2026-11-22\n",
    "sources/seen.yaml": "title: Pages\nkind: pages\nnations: [england]\nread_on: 2026-11-22\npages: {K1: {link: https://example.org/1}}\n",
    "sources/general-knowledge.yaml": "title: Known\nkind: pages\nnations: [england]\nread_on: 2026-11-22\n",
    "events/england/help.yaml": """asked-for-help: {title: You asked for help, asked: When did you ask?, told: yes}
visited: {title: A worker came, asked: When did they come?, told: yes}
help-ended: {title: The help ended, asked: When did it end?, told: yes}
""",
    "limits/england/visit.yaml": f"""title: First visit
process: help
side: duty
kind: statute
words: A worker must come within five days. Ask them which day.
who: [worker]
may_act: [parent]
start: [asked-for-help]
end: [visited]
calendar: wd-guidance
day_one: next-day
values:
  - {{from: null, to: 2020-12-31, amount: 7, unit: working-days}}
  - {{from: 2021-01-01, to: null, amount: 5, unit: working-days}}
readings:
  - {{id: wider, label: Some count more, amount: 10, unit: working-days, words: Some places take ten days.}}
if_missed: {{effect: none, words: You can complain.}}
harm: 2
stages: [asking]
{COMMON}""",
    "limits/england/visit.cases.yaml": "- {name: An ordinary case, from: 2025-01-06, due: 2025-01-13, why: by hand}\n",
    "map/england/asking.yaml": stage("Asking", "asked-for-help", "visited", "helped", 1, "entry: true\n"),
    "map/england/asking.md": STAGE_MD,
    "map/england/helped.yaml": stage("Helped", "visited", "help-ended", "asking", 2),
    "map/england/helped.md": STAGE_MD,
    "roles/england/worker.yaml": f"""title: Family worker
short: Helps your family.
does: Comes to see you.
works_for: The council.
can_decide: What help to offer.
cannot_decide: Where your child lives.
private: Not all of it.
complain: Ask for the manager.
also: [key person]
{COMMON}""",
    "rights/england/come-along.yaml": f"""title: Bring someone
words: You can bring a friend.
whose: all
stages: all
how: Tell the worker who will come.
{COMMON}""",
    "routes/england/complain.yaml": f"""title: Complain to the council
words: You can tell the council that it went wrong.
for: When they did not come.
not_for: When a judge said so.
limits: [visit]
helplines: [friends]
{COMMON}""",
    "questions/england/when-do-they-come.md": f"""---
title: When do they come?
also: [when is the visit, nobody came]
askers: all
stages: all
links: [stage:asking, role:worker, term:care-order, limit:visit, right:come-along, route:complain, helpline:friends]
{COMMON}---

They come in five days. See the [care order](term:care-order) page too.

- Ask [the friends](helpline:friends).
""",
    "terms/england.yaml": """care-order:
  term: Care order
  plain: A court says that the council must look after a child.
  also: [ccare order]
  sources: [{source: seen, at: K1}]
  checked_on: 2026-11-22
  mark: confirmed
""",
    "helplines/england.yaml": """friends:
  name: Friends of families
  for: Any family. It is free.
  phone: 0300 123 4567
  phone_sources: [{source: seen, at: K1}]
  link: https://example.org
  order: 1
  sources: [{source: seen, at: K1}]
  checked_on: 2026-11-22
  mark: confirmed
""",
    "search/england.yaml": """synonyms:
  - {say: [social, the social], mean: [family worker]}
  - {say: [taken off me], mean: [care order]}
urgent:
  - {say: [in danger], show: ["helpline:friends"]}
if_nothing: ["helpline:friends", "stage:asking"]
""",
    "search/nations.yaml": """england: {name: England, words: [], notice: "", helplines: []}
scotland: {name: Scotland, words: [children's hearing, scotland], notice: England only so far., helplines: [friends]}
wales: {name: Wales, words: [section 76], notice: England only so far., helplines: [friends]}
northern-ireland: {name: Northern Ireland, words: [hsc trust], notice: England only so far., helplines: [friends]}
""",
    "legal-words.yaml": "easy: [guardianship]\nplain_initials: [GP]\n",
    "renamed.yaml": "renamed:\n  - {kind: limit, nation: england, old: first-visit, new: visit, on: 2026-11-01}\n",
}


def write_tiny(folder: Path) -> Path:
    content = folder / "content"
    for name, text in FILES.items():
        put(content, name, text)
    return content


def put(content: Path, name: str, text: str) -> None:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(content: Path, name: str, old: str, new: str) -> None:
    text = (content / name).read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    put(content, name, text.replace(old, new, 1))
