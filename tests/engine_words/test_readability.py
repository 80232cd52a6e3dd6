import pytest

from handrail.engine.words.readability import (
    Block,
    grade_of,
    read_blocks,
    read_text,
    sentences_of,
    syllables_of,
    words_of,
)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("any", 2),
        ("family", 3),
        ("worker", 2),
        ("conference", 3),
        ("children's", 2),
        ("asked", 1),
        ("judge", 1),
        ("emergency", 4),
        ("people", 2),
        ("decision", 3),
        ("the", 1),
        ("47", 1),
        ("IRO", 1),
        ("well-being", 3),
        ("agree", 2),
    ],
)
def test_syllables(word, syllables):
    assert sum(map(syllables_of, words_of(word))) == syllables


def test_a_legal_word_set_aside_counts_as_one_also_in_the_plural():
    easy = frozenset({"guardian"})
    assert [syllables_of(word, easy) for word in ("guardian", "Guardians", "guardian's", "officer")] == [1, 1, 1, 3]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One is here. Two is here.", 2),
        ("See s. 47 of the Act. Then ask.", 2),
        ("Mrs. Hill came. She sat.", 2),
        ('"Why?" she said.', 1),
        ("It ends. 15 days later you hear.", 2),
        ("Some people, e.g. Parents, wait.", 1),
        ("No full stop", 1),
        ("", 0),
    ],
)
def test_sentences(text, sentences):
    assert len(sentences_of(text)) == sentences


def test_the_grade_is_flesch_and_kincaids():
    assert grade_of(100, 10, 150) == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)
    assert grade_of(0, 0, 0) == 0


def test_headings_do_not_flatter_the_grade_but_may_be_too_long():
    body = Block("The worker must come to your home and see your child alone in five days.")
    heading = Block(" ".join(["word"] * 26), line=3, is_heading=True)
    with_heading, without = read_blocks([body, heading]), read_blocks([body])
    assert with_heading.grade == without.grade
    assert [(s.words, s.line) for s in with_heading.long_sentences] == [(26, 3)]


def test_each_list_item_is_a_sentence_of_its_own():
    assert read_blocks([Block("You can ask:"), Block("who will come"), Block("and when")]).sentences == 3


def test_25_words_are_allowed_and_26_are_not():
    assert read_text(" ".join(["word"] * 25)).long_sentences == ()
    assert read_text(" ".join(["word"] * 26)).long_sentences[0].words == 26


def test_a_few_hard_words_alone_are_no_page_to_judge():
    assert not read_text("Administrative accountability considerations.").is_too_hard
    assert read_text("Administrative accountability considerations predominate. " * 10).is_too_hard
