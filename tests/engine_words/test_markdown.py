import pytest

from handrail.engine.words.compile import compile_words
from handrail.engine.words.items import load_words
from handrail.engine.words.markdown import render, render_line
from tests.engine_words.tiny import change, write_tiny

ADDRESSES = [
    ("term:x", "/england/terms/x/"),
    ("stage:x", "/england/stages/x/"),
    ("role:x", "/england/roles/x/"),
    ("right:x", "/england/rights/x/"),
    ("limit:x", "/england/limits/x/"),
    ("route:x", "/england/routes/x/"),
    ("question:x", "/england/questions/x/"),
    ("helpline:x", "/england/helplines/#x"),
]


@pytest.mark.parametrize(("target", "address"), ADDRESSES)
def test_a_link_to_an_item_becomes_its_address(target, address):
    assert render(f"[words]({target})", "england").html == f'<p><a href="{address}">words</a></p>\n'


def test_a_link_leads_to_the_page_of_its_own_nation():
    assert 'href="/wales/terms/x/"' in render("[x](term:x)", "wales").html


def test_html_is_shown_and_never_passed_on():
    html = render("<script>alert(1)</script> <b>x</b>", "england").html
    assert "<script" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_dangerous_link_stays_text(target):
    assert "<a" not in render(f"[x]({target})", "england").html


def test_sections_are_cut_at_second_level_headings():
    rendered = render("Before.\n\n## What it is\nOne.\n\n- two\n\n## What to ask\nThree.\n", "england")
    assert list(rendered.sections) == ["What it is", "What to ask"]
    assert rendered.sections["What to ask"] == "<p>Three.</p>\n"
    assert "<li>two</li>" in rendered.sections["What it is"]


def test_blocks_are_plain_and_know_their_lines():
    rendered = render("## Head\n\nA *strong* [link](term:x)\ngoes on.\n\n- item\n", "england", first_line=10)
    assert [(b.text, b.line, b.is_heading) for b in rendered.blocks] == [
        ("Head", 10, True),
        ("A strong link goes on.", 12, False),
        ("item", 15, False),
    ]


def test_a_short_text_has_no_paragraph_around_it():
    assert render_line("See *this*.", "england") == ("See <em>this</em>.", "See this.")


def test_items_are_rendered_once_and_whole(tmp_path):
    content = write_tiny(tmp_path)
    change(content, "rights/england/come-along.yaml", "Tell the worker", "Tell the [worker](role:worker) & say")
    words = load_words(compile_words(content))
    right, stage = words.get("england", "right:come-along"), words.get("england", "stage:asking")
    assert right.html_of("how") == 'Tell the <a href="/england/roles/worker/">worker</a> &amp; say who will come.'
    assert right.fields["how"] == "Tell the worker & say who will come."
    assert right.html_of("nothing") == ""
    assert (right.address, right.checked_on, right.in_force) == (
        "/england/rights/come-along/",
        "2026-11-22",
        "in-force",
    )
    assert stage.sections["What to ask"] == "<p>A short line for you.</p>\n"
    assert words.get("england", "question:when-do-they-come").body_html.startswith("<p>They come in five days.")
    assert [item.id for item in words.of("england", "stage")] == ["asking", "helped"]
    assert words.sources["act"]["title"] == "An Act"
