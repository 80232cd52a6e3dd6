"""What stands between `handrail serve` and the first answer: what is ready is left alone, what is not is made once."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from django.apps import apps

from handrail.site.environment import Environment, read_environment
from handrail.site.prepared import DATABASE_NAME, has_every_migration, is_prepared
from handrail.site.values import CHECKOUT

HEAVY = ("django", "yaml", "markdown_it", "pyphen", "jinja2", "rapidfuzz")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that was made ready."""
    data = tmp_path_factory.mktemp("start") / "data"
    told = prepare(data)
    assert told.returncode == 0, told.stderr
    return data


def prepare(data: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "handrail.site.prepare"]
    return subprocess.run(command, env=os.environ | {"HANDRAIL_DATA": str(data)}, cwd=CHECKOUT, capture_output=True, text=True, check=False)


def of(data: Path) -> Environment:
    return read_environment({"HANDRAIL_DATA": str(data)})


def test_what_was_made_ready_is_ready(made: Path) -> None:
    assert is_prepared(of(made))
    assert (made / DATABASE_NAME).stat().st_mode & 0o077 == 0


def test_a_new_data_folder_is_not_ready(tmp_path: Path) -> None:
    assert not is_prepared(of(tmp_path))
    assert not (tmp_path / DATABASE_NAME).exists(), "asking makes nothing"


def test_a_database_that_lacks_a_migration_is_not_ready(made: Path, tmp_path: Path) -> None:
    older = tmp_path / DATABASE_NAME
    shutil.copy(made / DATABASE_NAME, older)
    assert has_every_migration(older)
    with closing(sqlite3.connect(older)) as line, line:
        line.execute("DELETE FROM django_migrations WHERE app = 'accounts'")
    assert not has_every_migration(older)


def test_what_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_text("no database " * 100, encoding="ascii")
    assert not is_prepared(of(tmp_path))
    told = prepare(tmp_path)
    assert told.returncode == 1
    assert told.stderr.startswith("handrail.E002 HANDRAIL_DATA: found a database that cannot be used (")
    assert told.stderr.count("\n") == 1


def test_other_content_is_not_ready(made: Path, tmp_path: Path) -> None:
    (tmp_path / "limits").mkdir()
    assert not is_prepared(replace(of(made), content=tmp_path))


def test_every_app_with_migrations_is_a_room_of_ours() -> None:
    """The quick look counts only the migrations in handrail/: another app's would be overlooked."""
    with_migrations = [room.name for room in apps.get_app_configs() if (Path(room.path) / "migrations").is_dir()]
    assert with_migrations
    assert all(name.startswith("handrail.") for name in with_migrations)


def test_the_process_that_starts_the_workers_stays_small() -> None:
    ask = "import sys, handrail.commands.serve; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)
