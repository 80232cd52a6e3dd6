"""A page that has every class of the look once."""

from pathlib import Path
from types import SimpleNamespace

from django.utils.timezone import now

from handrail.components.templating import environment_for

HERE = Path(__file__).parent


def specimen() -> str:
    """Render the page, as the site would at /england/where-am-i/."""
    template = environment_for("en-gb").from_string((HERE / "specimen.html").read_text(encoding="utf-8"))
    return template.render(request=SimpleNamespace(path="/england/where-am-i/"), today=now().date())
