"""Start the site on this computer: `handrail serve`, then open the address that it prints.

Settings are environment variables (docs/operate.md). The first run makes the data folder, the secret key and the
database; none of them needs an answer.
"""

import argparse
import os
import socket
import sys
from collections.abc import Sequence

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from handrail.site.environment import Environment, WrongSettings, read_environment
from handrail.site.secrets_folder import open_data_folder

WRONG_USE = 2


def run(arguments: Sequence[str]) -> int:
    """Check the settings, bring the database up to date, and serve until interrupted."""
    argparse.ArgumentParser(prog="handrail serve", description=__doc__).parse_args(arguments)
    try:
        environment = read_environment(os.environ)
        open_data_folder(environment.data)
        _refuse_taken_port(environment)
        _prepare()
    except WrongSettings as error:
        print(f"handrail serve: the site was not started.\n{error}", file=sys.stderr)
        return WRONG_USE
    print(f"Handrail is at http://{_shown(environment.bind)}:{environment.port} (stop it with Ctrl+C)", flush=True)
    _server(environment).serve()
    return 0


def _prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.site.settings")
    os.umask(0o077)  # whatever the site writes is its owner's alone
    django.setup()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
    connection.close()


def _refuse_taken_port(environment: Environment) -> None:
    family = socket.AF_INET6 if ":" in environment.bind else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((environment.bind, environment.port))
        except OSError as error:
            raise WrongSettings(
                f"handrail.E007 HANDRAIL_PORT: found {environment.port}, which cannot be listened on at {environment.bind} "
                f"({error.strerror}). Allowed: a free port. Hint: stop the other program, or try HANDRAIL_PORT={environment.port + 1}."
            ) from None


def _server(environment: Environment) -> MPServer:
    return MPServer(
        "handrail.site.wsgi:application",
        address=environment.bind,
        port=environment.port,
        interface=Interfaces.WSGI,
        workers=environment.workers,
        blocking_threads=2,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
    )


def _shown(bind: str) -> str:
    return f"[{bind}]" if ":" in bind else bind
