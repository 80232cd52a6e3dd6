"""Make everything ready that the site needs before it starts: the database as it is today, and the compiled content.

Run by `handrail serve` as a process of its own (`python -m handrail.site.prepare`), and only where `is_prepared` says
that something is to be done. What it loads, such as Django's migrations and the readers of YAML, goes with it.
"""

import os
import sys

import django
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

NOT_READY = 1


def main() -> int:
    """Prepare; 0 where all is ready, 1 where it is not, with one line that says why."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.site.settings")
    os.umask(0o077)  # whatever the site writes is its owner's alone
    django.setup()
    try:
        bring_database_up_to_date()
    except DatabaseError as error:
        print(
            f"handrail.E002 HANDRAIL_DATA: found a database that cannot be used ({error}). Allowed: a database of ours in a "
            "folder with room to write. Hint: put back a copy of handrail.sqlite3, or choose another folder.",
            file=sys.stderr,
        )
        return NOT_READY
    open_rooms()
    return 0


def bring_database_up_to_date() -> None:
    """Run the migrations that the database has not had."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
    connection.close()


def open_rooms() -> None:
    """Let every room open what it shows, so that the content is compiled once and not by each worker."""
    for room in apps.get_app_configs():
        if hasattr(room, "is_ready"):
            room.is_ready()


if __name__ == "__main__":
    sys.exit(main())
