"""Every component is whole: its parameters are those of the macro, each example renders and shows what it says."""

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tinyhtml5.parser import HTMLParser

from handrail.components.templating import environment_for
from handrail.engine.yaml12 import read_yaml

HERE = Path(__file__).parent
FOLDERS = sorted(p.parent for p in HERE.glob("*/template.html"))
COMPONENTS = [(folder.name, read_yaml(folder / "component.yaml")) for folder in FOLDERS]
EXAMPLES = [(name, component, example) for name, component in COMPONENTS for example in component["examples"]]


def macro(name: str, component: dict[str, Any]) -> Any:
    module = environment_for("en-gb").get_template(f"components/{name}/template.html").module
    return getattr(module, component["macro"])


@pytest.mark.parametrize(("name", "component"), COMPONENTS)
def test_the_parameters_are_those_of_the_macro(name: str, component: dict[str, Any]) -> None:
    assert component.keys() == {"purpose", "macro", "parameters", "examples"}
    assert list(macro(name, component).arguments) == list(component["parameters"])


@pytest.mark.parametrize(
    ("name", "component", "example"), EXAMPLES, ids=lambda v: v["name"] if isinstance(v, dict) and "give" in v else None
)
def test_an_example_shows_what_it_says(name: str, component: dict[str, Any], example: dict[str, Any]) -> None:
    html = str(macro(name, component)(**example["give"]))
    parser = HTMLParser()
    root = parser.parse(f"<!DOCTYPE html><title>x</title><main>{html}</main>")
    assert not parser.errors
    for shown in example["shows"]:
        assert found(root, shown), f"{shown} is not in {html}"
    if not example["shows"]:
        assert not html.strip()


def found(root: Element, selector: str) -> bool:
    """Find a simple selector: `tag.class#id[name='value']`, with spaces for descendants."""
    nodes = [root]
    for part in selector.split(" "):
        nodes = [below for node in nodes for below in node.iter() if below is not node and fits(below, part)]
    return bool(nodes)


def fits(node: Element, part: str) -> bool:
    head, *wanted = part.replace("]", "").split("[")
    tag, _, identity = head.partition("#")
    tag, *classes = tag.split(".")
    pairs = [pair.partition("=") for pair in wanted]
    return (
        str(node.tag).endswith("}" + tag)
        and set(classes) <= set((node.get("class") or "").split())
        and (not identity or node.get("id") == identity)
        and all(node.get(key) == value.strip("'") for key, _, value in pairs)
    )


def test_every_folder_is_whole() -> None:
    assert FOLDERS
    for folder in FOLDERS:
        assert {p.name for p in folder.iterdir() if p.is_file()} >= {"template.html", "component.yaml"}
