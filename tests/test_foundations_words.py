"""No word of ours escapes translation, and looking words up costs nothing when a page runs."""

import pytest
from jinja2 import TemplateSyntaxError, nodes

from handrail.components.templating import build_environment, environment_for
from handrail.site.values import CHECKOUT
from tests import examples, pseudo
from tests.client import CheckingClient


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("address", examples.pages())
def test_every_word_on_the_page_can_be_translated(address: str, client: CheckingClient) -> None:
    found = pseudo.escaped(client.get(address).content.decode())
    assert not found, "put these in _() or, if they are content, in an element with data-from:\n- " + "\n- ".join(found)


@pytest.mark.usefixtures("pseudo_language")
def test_words_of_python_are_translated_too(client: CheckingClient) -> None:
    page = client.get("/no-such-page/").content.decode()
    assert "[!! We have no page at this address !!]" in page
    assert pseudo.escaped(page) == []


def test_the_pseudo_language_finds_what_escaped() -> None:
    page = (
        "<p>[!! told !!]</p><p>Xyzzy forgotten</p><p data-from='content'>Xyzzy content</p><img alt='Xyzzy alt' src=x>"
    )
    assert pseudo.escaped(page) == ["Xyzzy forgotten", "Xyzzy alt"]


def test_a_word_is_resolved_when_the_template_is_compiled() -> None:
    environment = build_environment("en-gb", lambda text: text.upper())
    tree = environment.parse("<p>{{ _('quick & sure') }}</p>")
    assert [c.value for c in tree.find_all(nodes.Const)] == ["QUICK & SURE"]
    assert not list(tree.find_all(nodes.Call))
    assert environment.from_string("{{ _('quick & sure') }}").render() == "QUICK &amp; SURE"


def test_what_varies_goes_through_format() -> None:
    environment = build_environment("en-gb", lambda text: f"{text}!")
    assert environment.from_string("{{ _('by %(day)s')|format(day='<Monday>') }}").render() == "by &lt;Monday&gt;!"


@pytest.mark.parametrize("wrong", ["_(name)", "_('a', 'b')", "_('a %(b)s', b=1)", "_('a' ~ 'b')", "_()"])
def test_a_text_that_is_not_written_out_is_refused(wrong: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="exactly one text"):
        build_environment("en-gb", str.upper).from_string("{{ " + wrong + " }}")


def test_no_template_uses_another_way_to_translate() -> None:
    for path in (CHECKOUT / "handrail").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "{% trans" not in text, path
        assert "gettext(" not in text, path


def test_each_language_has_its_own_environment() -> None:
    assert environment_for("en-gb") is environment_for("en-gb")
    assert environment_for("en-gb") is not environment_for("en-xa")
