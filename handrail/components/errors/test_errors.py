"""The summary leads to the field, and the field names its own error."""

from handrail.components.templating import environment_for


def test_the_error_at_the_field_has_the_id_that_the_field_names() -> None:
    module = environment_for("en-gb").get_template("components/errors/template.html").module
    assert 'id="when-1-error"' in str(module.error_at("when-1", "Write the date like 14 March 2026"))
    assert str(module.error_at("when-1", "")).strip() == ""
