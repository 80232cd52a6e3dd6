"""Ask, without Django, whether the site can start as it is: loading Django costs more than all that is asked here."""

import sqlite3
from contextlib import closing
from pathlib import Path

from handrail.engine.compiled import compiled_path, fingerprint_of
from handrail.guide.pages import COMPILED_TEXTS
from handrail.site.environment import Environment
from handrail.site.values import CHECKOUT

DATABASE_NAME = "handrail.sqlite3"
_COMPILED = ("rules", "words", COMPILED_TEXTS)
_HEAD_BYTES = 100


def is_prepared(environment: Environment) -> bool:
    """Say whether the database has had every migration and the compiled content is that of today."""
    return has_every_migration(environment.data / DATABASE_NAME) and _is_compiled(environment.content)


def has_every_migration(database: Path) -> bool:
    """Say whether every migration of our rooms is marked as done; a database that cannot be asked has not."""
    wanted = {(path.parents[1].name, path.stem) for path in (CHECKOUT / "handrail").glob("*/migrations/[0-9]*.py")}
    if not database.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as line:
            return wanted <= set(line.execute("SELECT app, name FROM django_migrations"))
    except sqlite3.Error:
        return False


def _is_compiled(content: Path) -> bool:
    """Say whether all compiled files begin with the fingerprint of the content as it is now."""
    fingerprint = fingerprint_of(content)
    try:
        return all(fingerprint in _head(compiled_path(name, content)) for name in _COMPILED)
    except OSError:
        return False


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)
