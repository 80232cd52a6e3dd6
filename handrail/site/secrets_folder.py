"""Make and read what must stay private on disk: the data folder and the secret key.

The folder is for its owner alone (mode 0700), the key file too (0600). At home the key is made on the first run;
hosted, the operator gives it.
"""

import os
import secrets
import stat
from pathlib import Path

from handrail.site.environment import Environment, WrongSettings

_KEY_NAME = "secret-key"
_KEY_BYTES = 64


def open_data_folder(folder: Path) -> Path:
    """Make the data folder if it is missing, and close it to everybody but its owner.

    Raises:
        WrongSettings: it cannot be made, or belongs to somebody else.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)
    except OSError as error:
        raise WrongSettings(
            f"handrail.E002 HANDRAIL_DATA: found {str(folder)!r}, which cannot be used ({error.strerror}). "
            "Allowed: a folder that you own. Hint: choose another with HANDRAIL_DATA."
        ) from None
    return folder


def secret_key(environment: Environment) -> str:
    """Give the key that signs things, and make it on the first run at home."""
    if environment.secret_key:
        return environment.secret_key
    if environment.secret_key_file is not None:
        return _checked(environment.secret_key_file.read_text(encoding="ascii").strip())
    path = open_data_folder(environment.data) / _KEY_NAME
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(_KEY_BYTES))
    return _checked(path.read_text(encoding="ascii").strip())


def _checked(key: str) -> str:
    if len(key) < 50:
        raise WrongSettings(
            f"handrail.E004 HANDRAIL_SECRET_KEY_FILE: found a key of {len(key)} characters. Allowed: at least 50. "
            "Hint: at home, delete the file secret-key in the data folder and a new one is made."
        )
    return key


def _write_once(path: Path, text: str) -> None:
    """Write a private file that appears whole or not at all, even when two processes start at once."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(text)
    try:
        os.link(draft, path)  # fails where another process was first, and then its key is the key
    except FileExistsError:
        pass
    finally:
        draft.unlink()
