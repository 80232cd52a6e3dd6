"""What is inside stays one click away, and takes what the page calls it with."""

from handrail.components.templating import environment_for

SOURCE = (
    '{% from "components/details/template.html" import details %}'
    '{% call details("How this date was counted", "working") %}<ol><li>15 working days</li></ol>{% endcall %}'
)


def test_it_holds_what_it_is_called_with() -> None:
    html = environment_for("en-gb").from_string(SOURCE).render()
    assert '<details class="working">' in html
    assert "<ol><li>15 working days</li></ol>" in html
    assert " open" not in html
