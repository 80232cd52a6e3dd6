"""Start the site on this computer: `handrail serve`, then open the address that it prints.

Settings are environment variables (docs/operate.md). The first run makes the data folder, the secret key and the
database; none of them needs an answer.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from handrail.commands._shared import Words
from handrail.site.environment import Environment, WrongSettings, read_environment
from handrail.site.prepared import is_prepared
from handrail.site.secrets_folder import open_data_folder, secret_key

NOT_STARTED, WRONG_USE = 1, 2
_PATIENCE_SECONDS = 3
"""How long a worker may take to stop: one that is still loading would otherwise not hear that it should."""


def run(arguments: Sequence[str]) -> int:
    """Check the settings, make ready what is not, and serve until interrupted.

    This process stays small: Django is loaded by the workers, and by a short-lived process where something is to be made.
    """
    Words("handrail serve", __doc__).parse_args(arguments)
    try:
        environment = read_environment(os.environ)
        open_data_folder(environment.data)
        secret_key(environment)
        _refuse_taken_port(environment)
    except WrongSettings as error:
        print(f"handrail serve: the site was not started.\n{error}", file=sys.stderr)
        return WRONG_USE
    os.umask(0o077)  # whatever the site writes is its owner's alone
    if not is_prepared(environment) and not _prepare():
        print("handrail serve: the site was not started; what is wrong stands above.", file=sys.stderr)
        return NOT_STARTED
    print(f"Handrail is at http://{_shown(environment.bind)}:{environment.port} (stop it with Ctrl+C)", flush=True)
    _server(environment).serve()
    return 0


def _prepare() -> bool:
    done = subprocess.run([sys.executable, "-m", "handrail.site.prepare"], check=False)  # our own module
    return done.returncode == 0


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
        workers_kill_timeout=_PATIENCE_SECONDS,
        blocking_threads=2,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
    )


def _shown(bind: str) -> str:
    return f"[{bind}]" if ":" in bind else bind
