"""Bring words to the form in which they are looked up: lower case, no accents, light stems, "s47" as "section 47".

The stems need only agree with one another, so that "worried" meets "worry" and "adopted" meets "adoption"; they are
never shown. A small relation of Porter's stemmer (1980).
"""

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+")
_SECTION = re.compile(r"\bs{1,2}\.? ?(\d+)\b|\bsec(?:t|tion)?\.? ?(\d+)\b")
_APOSTROPHE = re.compile(r"['’`´]")
_VOWEL = re.compile(r"[aeiouy]")

_LITTLE_WORDS = """
a about after all am an and any are as at be been before being but by can could did do does doing for from get gets
getting go going got had has have having he her hers him his how i if im in into is it its ive just know like many me
mean means mine more much my myself no not now of off on or our out please really said say says she should so some such
tell than that thats the their them then there these they thing things this those to too up us very want wants was we
were what whats when where which who whom why will with would you your yours cant dont wont didnt doesnt isnt arent
wasnt because though actually ok okay hi hello sorry there through
"""
STOP_WORDS = frozenset(_LITTLE_WORDS.split())

_IRREGULAR = {
    "children": "child",
    "childrens": "child",
    "took": "tak",
    "taken": "tak",
    "sent": "send",
    "came": "com",
    "lost": "los",
    "told": "tell",
    "wrote": "writ",
    "written": "writ",
    "left": "leav",
    "met": "meet",
    "paid": "pay",
    "kept": "keep",
    "held": "hold",
    "gave": "giv",
    "given": "giv",
    "broke": "break",
    "broken": "break",
    "women": "woman",
    "men": "man",
}


_SHORTENED = {
    "wen": "when",
    "wat": "what",
    "wot": "what",
    "wots": "whats",
    "wats": "whats",
    "dose": "does",
    "u": "you",
    "ur": "your",
    "r": "are",
    "y": "why",
    "b4": "before",
    "cos": "because",
    "coz": "because",
    "cuz": "because",
    "bc": "because",
    "wiv": "with",
    "tho": "though",
    "thru": "through",
    "tonite": "tonight",
    "nite": "night",
    "2moro": "tomorrow",
    "plz": "please",
    "pls": "please",
    "ppl": "people",
    "dunno": "know",
    "wanna": "want",
    "gonna": "going",
    "gotta": "have",
    "hes": "he",
    "shes": "she",
    "theyre": "they",
    "theyve": "they",
    "theyd": "they",
    "youre": "you",
    "youve": "you",
    "weve": "we",
    "theres": "there",
    "hows": "how",
    "wheres": "where",
    "whens": "when",
    "whos": "who",
    "whose": "who",
    "whom": "who",
    "havent": "not",
    "hasnt": "not",
    "hadnt": "not",
    "couldnt": "not",
    "wouldnt": "not",
    "shouldnt": "not",
    "werent": "not",
    "aint": "not",
}
"""How words are typed on a telephone, and the many forms of little words."""


def tokens_of(text: str) -> list[str]:
    """Split into plain lower-case words, those of text messages written out."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = _APOSTROPHE.sub("", "".join(c for c in plain if not unicodedata.combining(c)))
    found = _TOKEN.findall(_SECTION.sub(lambda m: f"section {m[1] or m[2]}", plain))
    return [_SHORTENED.get(token, token) for token in found]


def stems_of(text: str) -> list[str]:
    """Give the stem of every word, stop words too."""
    return [stem(token) for token in tokens_of(text)]


def key_of(text: str) -> str:
    """Give a phrase's stems as one text, to look the phrase up by."""
    return " ".join(stems_of(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Give a word's stem: "conferences" conferenc, "worried" worri, "took" tak."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.isalpha():
        return word
    word = _without_plural(word)
    word = _without_ending(word)
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and _VOWEL.search(word[: -len(ending)]):
            return _undoubled(word[: -len(ending)])
    if word.endswith(("tion", "sion")) and len(word) > 6:
        return word[:-3]
    for ending in ("ment", "ness", "ly", "al"):
        if word.endswith(ending) and len(word) - len(ending) > 4:
            return word[: -len(ending)]
    return word


def _undoubled(word: str) -> str:
    return word[:-1] if word[-1] == word[-2] and word[-1] not in "lsz" else word
