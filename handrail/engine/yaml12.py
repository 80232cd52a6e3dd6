"""The door to reading YAML: `read_yaml`. What it accepts and refuses stands in handrail.engine.yaml_reader.

PyYAML takes longer to load than a whole answer of `handrail due`, so it is loaded by name when the first file is read.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

MAX_BYTES = 5_000_000
MAX_LEVELS = 20


def read_yaml(source: Path | str | bytes, name: str | None = None) -> Any:
    """Read one YAML document.

    Args:
        source: a path, or the text itself.
        name: what to call it in an error; the path's own name if absent.

    Returns:
        Plain dicts, lists, strings, numbers, booleans and None. Dates stay text.

    Raises:
        BadYaml: it is larger than MAX_BYTES, deeper than MAX_LEVELS, not UTF-8, not YAML, or holds an anchor or a repeated key.
    """
    return import_module("handrail.engine.yaml_reader").read_yaml(source, name)
