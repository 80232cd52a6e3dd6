"""The words of a fact-check sheet that are ours: how to fill it in, and what each part of an item is called."""

ABOUT = (
    "Handrail is a free guide for families that children's social care has come to. This sheet holds every sentence of one of its pages.",
    "You do this work, or you have lived it. Please tell us what is right and what is wrong. Families act on these words, so one wrong word matters. "
    "You may stop at any point and send what you have.",
)
STEPS = (
    "Say what your work is, and the day. Never write a name, and nothing about a real family.",
    "Read each sentence. Under \"Right, wrong or not sure\" type right, wrong or not sure. Short is fine: r, w or ?",
    "Is it wrong, or could it be plainer? Under \"Your words\" write the whole sentence as it should stand. Keep it short: 25 words at most.",
    "Leave the sentence as it is, and the small code under its number. By the code we find the sentence again.",
    "Save it as a Word document (.docx). Send it to the person it came from.",
)
PROMISE = (
    "Nothing you write goes on the page by itself. A person looks at it, and a mentor has the final say. If every sentence is right, the page says: "
    "read by somebody who does this work, then your job and the day. Your name stands nowhere. We do not read the name that your program may keep in the file."
)
OPEN_PART = "Nobody has confirmed this yet, so please look at it first: "
MARKS = {
    "confirmed": "We checked this page against its sources, last on {day}.",
    "unconfirmed": "Not all of this page was checked against a source. Somebody last looked on {day}.",
}
TOP, TODAY, ANSWER, WHOLE = "At the top of the page", "What you can do today", "The answer", "The words of the page"
THE_PAGE, A_LIMIT = "The page, sentence by sentence", "A time limit that the page shows: {title}"

LABELS = {
    "title": "Name", "term": "Name", "short": "In short", "words": "What it says", "does": "What they do", "works_for": "Who they work for",
    "can_decide": "What they can decide", "cannot_decide": "What they cannot decide", "private": "Is what you say private?",
    "complain": "How to complain", "how": "How to use it", "whose_words": "Whose it is", "for": "What it is for", "not_for": "What it is not for",
    "plain": "In plain words", "more": "More on it", "today": "What you can do today", "say": "Words you may use", "ask": "What to ask",
    "bring": "What to bring", "who": "Who", "what_for": "What it is for", "with_you": "Who can come with you", "after": "When it is over",
    "papers": "Papers you should have", "by": "By when", "may_act_words": "Who may act", "start_words": "What starts the clock",
    "ends_words": "What ends it", "told_in_words": "Why it gives no date", "label": "Another way of counting", "test": "What they ask themselves",
}
"""What a key is called on a sheet."""


def label_of(place: str) -> str:
    """Name the part of an item that a key holds; the key itself, in words, where it has no name here."""
    name = [part for part in place.split(".") if not part.isdigit()][-1]
    return LABELS.get(name, name.replace("_", " ").capitalize())
