"""A button says what it does, and cannot be made to say something else."""

from handrail.components.templating import environment_for


def rendered(**given: str) -> str:
    return str(environment_for("en-gb").get_template("components/button/template.html").module.button(**given))


def test_text_and_values_are_escaped() -> None:
    html = rendered(text="<b>", name="a", value='"><script>')
    assert "<b>" not in html
    assert "<script>" not in html


def test_an_address_makes_it_a_link() -> None:
    assert rendered(text="Start", href="/x/").strip() == '<a class="button" href="/x/">Start</a>'
