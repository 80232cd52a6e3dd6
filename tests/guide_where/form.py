"""A browser without a script: it sends what the fields of the page hold, and what somebody typed over it."""

from typing import Any

from tinyhtml5.parser import HTMLParser

from handrail.guide.where.england import rules
from tests.client import CheckingClient
from tests.page_checks import named, text_of

ADDRESS = "/england/where-am-i/"


class Form:
    """The form on the page that was fetched last."""

    def __init__(self, client: CheckingClient, address: str = ADDRESS) -> None:
        self.client, self.address = client, address
        self.take(client.get(address))

    def take(self, response: Any) -> Any:
        self.response = response
        if response.headers["Content-Type"].startswith("text/html"):
            self.html = response.content.decode()
            self.nodes = [n for n in HTMLParser().parse(self.html).iter() if isinstance(n.tag, str)]
        return response

    @property
    def heading(self) -> str:
        return text_of(next(named(self.nodes, "h1")))

    @property
    def text(self) -> str:
        return text_of(next(named(self.nodes, "main")))

    @property
    def errors(self) -> list[str]:
        return [text_of(n) for n in self.nodes if n.get("class") == "error"]

    @property
    def buttons(self) -> dict[str, str]:
        return {n.get("value") or "": text_of(n) for n in named(self.nodes, "button")}

    def fields(self) -> dict[str, str]:
        """What the fields of the first form hold, as a browser would send it."""
        first = next(n for n in named(self.nodes, "form") if any(i.get("name") == "at" for i in named(list(n.iter()), "input")))
        found = {}
        for field in named(list(first.iter()), "input", "textarea"):
            name, kind = field.get("name"), field.get("type", "text")
            if not name or kind in ("file", "submit") or (kind in ("radio", "checkbox") and field.get("checked") is None):
                continue
            found[name] = field.get("value", "") if "value" in field.attrib or kind != "text" else (field.text or "")
        return found

    def send(self, **typed: Any) -> Any:
        return self.take(self.client.post(self.address, {**self.fields(), **typed}))

    def press(self, button: str, **typed: Any) -> Any:
        assert button in self.buttons, f"no button {button!r}: {self.buttons}"
        return self.send(go=button, **typed)

    def go_back(self, **typed: Any) -> Any:
        back = [value for value, words in self.buttons.items() if words == "Back"]
        assert len(back) == 1, self.buttons
        return self.press(back[0], **typed)

    def begin(self, asker: str = "parent", children: str = "1") -> "Form":
        """Answer the first two questions."""
        self.send(asker=asker)
        if self.heading == "How many children is it about?":
            self.send(number=children)
        return self

    def add(self, event: str, day: str = "", month: str = "", year: str = "", child: str = "", **more: str) -> "Form":
        """Add one event, from the page that asks what happened."""
        if "add" in self.buttons:
            self.press("add")
        process = next(p for p in processes() if event in of_process(p))
        self.send(pick=f"process:{process}")
        self.send(event=event)
        self.send(day=day, month=month, year=year, **more)
        if self.heading == "Which child is it about?":
            self.send(child=child or "all")
        assert self.heading == "What you have told us", self.errors
        return self

    def answer(self) -> "Form":
        """Go to the answer."""
        self.press("to:answer")
        assert self.heading == "Where you are now"
        return self


def processes() -> list[str]:
    return list(dict.fromkeys(e.process for e in rules().events.values()))


def of_process(process: str) -> set[str]:
    return {e.id for e in rules().events.values() if e.process == process}
