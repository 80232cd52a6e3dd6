"""The rooms import only what docs/architecture.md lets them: arrows point one way, and no module hides an import.

A room is a folder of handrail/. What is read here is the code itself, not what happens to be imported at run time.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "handrail"

# Room -> the rooms that it may import. `*` is all of them.
MAY_IMPORT: dict[str, set[str]] = {
    "engine": set(),
    "deidentify": set(),
    "reading": set(),
    "vault": set(),
    "documents": {"engine"},
    "cohort": {"engine"},
    "components": set(),
    "accounts": {"vault", "components"},
    "guide": {"engine", "documents", "components"},
    "record": {"engine", "vault", "reading", "documents", "accounts", "components"},
    "remedies": {"engine", "documents", "record", "accounts", "components"},
    "stories": {"deidentify", "vault", "engine", "accounts", "components"},
    "learning": {"stories", "engine", "documents", "accounts", "components"},
    "site": {"*"},
    "commands": {"*"},
}
NO_DJANGO = {"engine", "deidentify", "reading", "vault", "documents", "cohort"}
CRYPTOGRAPHY = {"cryptography", "nacl", "argon2", "Crypto", "pyrage"}
# The only modules that import when called: commands by name, and what compiles content, needed only where it has changed.
LAZY = {
    "handrail/commands/__init__.py",
    "handrail/engine/loader.py",
    "handrail/engine/yaml12.py",
    "handrail/engine/words/store.py",
    "handrail/guide/pages/library.py",
}


def modules() -> list[Path]:
    return [
        p
        for p in sorted(PACKAGE.rglob("*.py"))
        if "tests" not in p.parts and not p.name.startswith("test_") and "migrations" not in p.parts
    ]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_by(path: Path) -> Iterator[tuple[str, int]]:
    """Give every module that a module imports for running, and the line."""
    for node in _running_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def imported_when_called(path: Path) -> Iterator[tuple[str, int]]:
    """Give every module that a module names to import_module as a written-out text, and the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and "import_module" in (getattr(node.func, "attr", ""), getattr(node.func, "id", "")):
            yield from ((a.value, node.lineno) for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def _running_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Walk the tree, leaving out `if TYPE_CHECKING:`, which runs never."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from _running_nodes(child)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "handrail" else ""


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = room_of(name_of(path))
    if not room:
        return
    allowed = MAY_IMPORT[room]
    for imported, line in (*imported_by(path), *imported_when_called(path)):
        other = room_of(imported)
        assert not other or other == room or "*" in allowed or other in allowed, (
            f"{path}:{line}: {room} may not import {other}"
        )
        first = imported.split(".")[0]
        assert first != "django" or room not in NO_DJANGO, f"{path}:{line}: {room} knows no Django"
        assert first not in CRYPTOGRAPHY or room == "vault", f"{path}:{line}: only the vault holds keys"
        assert not imported.startswith("django.contrib.admin"), f"{path}:{line}: there is no Django admin"


def test_every_room_is_in_the_table() -> None:
    folders = {p.name for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert folders <= MAY_IMPORT.keys()


def test_nobody_mixes_sending_and_reviewing_stories() -> None:
    for path in modules():
        for imported, line in imported_by(path):
            for one, other in (("public", "mentoring"), ("mentoring", "public")):
                assert not (
                    f"stories/{one}/" in path.as_posix() and imported.startswith(f"handrail.stories.{other}")
                ), f"{path}:{line}"


def test_the_public_pages_need_no_database() -> None:
    for path in modules():
        if room_of(name_of(path)) == "guide":
            for imported, line in imported_by(path):
                assert not imported.startswith("django.db"), f"{path}:{line}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_import_hides_in_a_function(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() in LAZY:
        return
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            hidden = [n for n in ast.walk(function) if isinstance(n, ast.Import | ast.ImportFrom)]
            by_name = [n for n in ast.walk(function) if "import_module" in (getattr(n, "attr", ""), getattr(n, "id", ""))]
            assert not hidden + by_name, f"{path}:{function.lineno}: move the import to the top of the file"


def test_no_ring_of_modules() -> None:
    known = {name_of(path): path for path in modules()}
    edges = {name: _direct(name, path, known) for name, path in known.items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, f"a ring: {' -> '.join([*way[way.index(name) :], name])}"
        if name in done:
            return
        for other in sorted(edges[name]):
            visit(other, (*way, name))
        done.add(name)

    for name in edges:
        visit(name, ())


def _direct(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """Give the modules of ours that one imports: the module itself, or the package a name is taken from."""
    found = set()
    for imported, _line in imported_by(path):
        module = imported if imported in known else imported.rpartition(".")[0]
        if module in known and module != name:
            found.add(module)
    return found
