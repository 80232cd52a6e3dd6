"""What every page of the site keeps to. Each check gives a list of sentences, empty where all is well."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from django.urls import Resolver404, resolve
from tinyhtml5.parser import HTMLParser

from handrail.components.statics import UnknownStaticFile, file_at
from handrail.site.middleware import HEADERS

_HTML = "{http://www.w3.org/1999/xhtml}"
_UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
_LANGUAGES = {"en-gb", "en-xa", "cy"}


def of_headers(response: Any) -> list[str]:
    missing = [f"header {name} is missing" for name in [*HEADERS, "Cache-Control"] if name not in response.headers]
    policy = response.headers.get("Content-Security-Policy", "")
    return missing + [
        f"the policy allows {word}"
        for word in ("unsafe-inline", "unsafe-eval", "http:", "https:", "*")
        if word in policy
    ]


def of_page(html: str) -> list[str]:
    parser = HTMLParser()
    root = parser.parse(html)
    problems = [f"invalid HTML at {position}: {code} {data}" for position, code, data in parser.errors]
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for check in (_of_frame, _of_ids, _of_headings, _of_forms, _of_inline, _of_links, _of_pictures):
        problems += check(nodes)
    return problems


def text_of(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def named(nodes: list[Element], *names: str) -> Iterator[Element]:
    return (node for node in nodes if node.tag.removeprefix(_HTML) in names)


def _of_frame(nodes: list[Element]) -> Iterator[str]:
    if (language := nodes[0].get("lang")) not in _LANGUAGES:
        yield f"html lang is {language!r}"
    titles, ones = [text_of(n) for n in named(nodes, "title")], [text_of(n) for n in named(nodes, "h1")]
    if len(ones) != 1:
        yield f"there are {len(ones)} h1, not one"
    elif not titles or not titles[0].startswith(ones[0]) or not ones[0]:
        yield f"the title {titles} does not begin with the h1 {ones[0]!r}"
    if len(list(named(nodes, "main"))) != 1:
        yield "there is not exactly one main"
    if not any(n.get("id") == "leave" for n in named(nodes, "a")):
        yield "there is no quick way out (a#leave)"


def _of_ids(nodes: list[Element]) -> Iterator[str]:
    counted = Counter(i for n in nodes if (i := n.get("id")) is not None)
    yield from (f"id {i!r} stands {count} times" for i, count in counted.items() if count > 1)
    yield from (f"id {i!r} is empty or has a space" for i in counted if not i or " " in i)
    for node in nodes:
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"):
            yield from (
                f"{name}={word!r} names no id" for word in (node.get(name) or "").split() if word not in counted
            )


def _of_headings(nodes: list[Element]) -> Iterator[str]:
    before = 0
    for node in named(nodes, "h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(node.tag[-1])
        if before and level > before + 1:
            yield f"heading {text_of(node)!r} jumps from h{before} to h{level}"
        if not text_of(node):
            yield f"an empty h{level}"
        before = level


def _of_forms(nodes: list[Element]) -> Iterator[str]:
    for form in named(nodes, "form"):
        if not form.get("action", "").startswith("/") or form.get("method") not in ("get", "post"):
            yield f"a form has action {form.get('action')!r} and method {form.get('method')!r}"
        if form.get("method") == "post" and form.get("enctype") not in (None, "multipart/form-data"):
            yield f"a form has enctype {form.get('enctype')!r}"
    labelled = {n.get("for") for n in named(nodes, "label")}
    inside = {id(n) for label in named(nodes, "label") for n in label.iter()}
    for field in named(nodes, "input", "select", "textarea"):
        if field.get("type") in _UNLABELLED:
            continue
        named_otherwise = field.get("aria-label") or field.get("aria-labelledby")
        if field.get("id") not in labelled and id(field) not in inside and not named_otherwise:
            yield f"field {field.get('name')!r} has no label"
    yield from (
        f"a button has no words: {n.attrib}"
        for n in named(nodes, "button")
        if not text_of(n) and not n.get("aria-label")
    )


def _of_inline(nodes: list[Element]) -> Iterator[str]:
    for node in nodes:
        yield from (
            f"inline {name} on {node.tag.removeprefix(_HTML)}"
            for name in node.attrib
            if name == "style" or name.startswith("on")
        )
    yield from ("a style element" for _ in named(nodes, "style"))
    for script in named(nodes, "script"):
        if script.get("type") == "application/ld+json":
            yield from _of_data(script)
        elif not (script.get("src") or "").startswith("/static/") or text_of(script):
            yield f"a script that is not one of our files: {script.attrib}"
    for node in named(nodes, "link", "img", "iframe", "video", "audio", "source"):
        address = node.get("href") or node.get("src") or ""
        if not address.startswith(("/static/", "data:image/", "/")):
            yield f"something from elsewhere: {address!r}"


def _of_data(script: Element) -> Iterator[str]:
    """A block of data runs nothing, but it must be data, and hold nothing that could end it early."""
    text = "".join(script.itertext())
    try:
        json.loads(text)
    except ValueError as problem:
        yield f"a block of data that is no JSON: {problem}"
    if "<" in text or set(script.attrib) != {"type"}:
        yield f"a block of data with a tag in it, or with more than a type: {script.attrib}"


def _of_links(nodes: list[Element]) -> Iterator[str]:
    ids = {n.get("id") for n in nodes}
    addresses = [n.get("href") for n in named(nodes, "a", "link")] + [
        n.get("src") for n in named(nodes, "script", "img") if n.get("type") != "application/ld+json"
    ]
    addresses += [n.get("action") for n in named(nodes, "form")] + [
        n.get("formaction") for n in named(nodes, "button") if n.get("formaction")
    ]
    for address in addresses:
        if address is None or address == "":
            yield "a link without an address"
        elif address.startswith("#") and address[1:] not in ids:
            yield f"{address} is nowhere on the page"
        elif address.startswith("/") and not leads_somewhere(address):
            yield f"{address} leads to no page of ours"
        elif address.startswith(("javascript:", "//")):
            yield f"{address} is no address to link to"
    for link in named(nodes, "a"):
        if not text_of(link) and not link.get("aria-label"):
            yield f"a link without words: {link.get('href')}"


def _of_pictures(nodes: list[Element]) -> Iterator[str]:
    yield from (f"a picture without alt: {n.get('src')}" for n in named(nodes, "img") if n.get("alt") is None)


def leads_somewhere(address: str) -> bool:
    path = urlsplit(address).path
    if path.startswith("/static/"):
        try:
            return file_at(path).is_file()
        except UnknownStaticFile:
            return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
