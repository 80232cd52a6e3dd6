"""Read the settings that an operator gives, all of them environment variables called HANDRAIL_*.

A wrong value stops the start and says what was found, what is allowed and what to try. Nothing is guessed, and a
misspelt name is refused too: a setting that silently does nothing is worse than one that is missing. Every variable
is told in docs/operate.md, which a test holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from handrail.site import values

Mode = Literal["home", "hosted"]
MailSecurity = Literal["starttls", "tls", "none"]

# Read by the tests alone; allowed here so that .ci/run can start the site.
_OF_THE_TESTS = frozenset({"HANDRAIL_REQUIRE_BROWSER"})


class WrongSettings(Exception):
    """One or more variables hold what cannot be used. The message has one paragraph for each."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of one running site, checked."""

    mode: Mode
    data: Path
    content: Path
    build: Path | None
    secret_key: str
    secret_key_file: Path | None
    hosts: tuple[str, ...]
    bind: str
    port: int
    workers: int
    language: str
    leave_to: str
    corrections_to: str
    mail_server: tuple[str, int] | None
    mail_security: MailSecurity
    mail_from: str
    mail_user: str
    mail_password_file: Path | None
    reload_templates: bool

    @property
    def is_home(self) -> bool:
        """Whether one family runs this on its own computer."""
        return self.mode == "home"

    @property
    def has_demonstration_family(self) -> bool:
        """Whether the made-up family may be shown: never where real families come."""
        return self.is_home


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its name, the id of its error, what it may hold, and what to try when it does not."""

    name: str
    error: str
    allowed: str
    hint: str
    read: values.Reader


VARIABLES = (
    Variable(
        "HANDRAIL_MODE",
        "handrail.E001",
        "home or hosted",
        "Leave it out on your own computer.",
        values.one_of("home", "hosted"),
    ),
    Variable(
        "HANDRAIL_DATA",
        "handrail.E002",
        "an absolute path to a folder outside the checkout",
        "Leave it out to use ~/.local/share/handrail.",
        values.data_folder,
    ),
    Variable(
        "HANDRAIL_SECRET_KEY",
        "handrail.E003",
        "at least 50 characters, in hosted mode only; at home the key is made on first run",
        "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
        values.secret,
    ),
    Variable(
        "HANDRAIL_SECRET_KEY_FILE",
        "handrail.E004",
        "the path of a file that holds the key, in hosted mode only",
        "Give either the key or the file, not both.",
        values.existing_file,
    ),
    Variable(
        "HANDRAIL_HOSTS",
        "handrail.E005",
        "names this site is reached by, with commas, in hosted mode only; no *",
        "For example handrail.example.org,www.handrail.example.org",
        values.host_names,
    ),
    Variable(
        "HANDRAIL_BIND",
        "handrail.E006",
        "an IP address to listen on, in hosted mode only; at home it is always 127.0.0.1",
        "Leave it out to listen on 127.0.0.1 behind a reverse proxy.",
        values.ip_address,
    ),
    Variable(
        "HANDRAIL_PORT",
        "handrail.E007",
        "a whole number from 1 to 65535",
        "Leave it out to use 8000.",
        values.number(1, 65535),
    ),
    Variable(
        "HANDRAIL_WORKERS",
        "handrail.E008",
        "a whole number from 1 to 64",
        "One for each core is plenty.",
        values.number(1, 64),
    ),
    Variable("HANDRAIL_LANGUAGE", "handrail.E009", "en-gb", "Only English so far.", values.one_of("en-gb")),
    Variable(
        "HANDRAIL_LEAVE_TO",
        "handrail.E010",
        "an https address with no ? in it",
        "A dull, busy page that anybody might look at.",
        values.https_address,
    ),
    Variable(
        "HANDRAIL_CONTENT",
        "handrail.E011",
        "an absolute path to a folder with limits/ and map/ in it",
        "Leave it out to use the checkout's own content/.",
        values.content_folder,
    ),
    Variable(
        "HANDRAIL_BUILD",
        "handrail.E013",
        "an absolute path to a folder that can be written",
        "Leave it out to keep the compiled content beside content/.",
        values.absolute_path,
    ),
    Variable(
        "HANDRAIL_CORRECTIONS_TO",
        "handrail.E014",
        "one mail address, such as words@example.org",
        "Notes from “Is this wrong?” go there. Leave it out where nobody would read them.",
        values.mail_address,
    ),
    Variable(
        "HANDRAIL_MAIL_SERVER",
        "handrail.E015",
        "a host and a port, such as mail.example.org:587",
        "Leave it out, and people are shown the address to write to.",
        values.host_and_port,
    ),
    Variable(
        "HANDRAIL_MAIL_SECURITY",
        "handrail.E016",
        "starttls, tls, or none for a server on this computer",
        "Leave it out to use starttls.",
        values.one_of("starttls", "tls", "none"),
    ),
    Variable(
        "HANDRAIL_MAIL_FROM",
        "handrail.E017",
        "one mail address, such as handrail@example.org",
        "Notes are sent from it. It is needed with HANDRAIL_MAIL_SERVER.",
        values.mail_address,
    ),
    Variable(
        "HANDRAIL_MAIL_USER",
        "handrail.E018",
        "a name without spaces",
        "The name the mail server knows this site by.",
        values.one_word,
    ),
    Variable(
        "HANDRAIL_MAIL_PASSWORD_FILE",
        "handrail.E019",
        "the path of a file that holds the mail password",
        "A file, so that the password stands in no list of processes.",
        values.existing_file,
    ),
    Variable(
        "HANDRAIL_RELOAD_TEMPLATES",
        "handrail.E012",
        "on or off",
        "Turn it on while you write templates.",
        values.one_of("on", "off"),
    ),
)


def read_environment(found: Mapping[str, str]) -> Environment:
    """Check every HANDRAIL_* variable and give the settings.

    Args:
        found: the process environment, or a stand-in for it.

    Raises:
        WrongSettings: at least one cannot be used; all of them are told at once.
    """
    problems = _unknown(found)
    read: dict[str, object] = {}
    for variable in VARIABLES:
        text = found.get(variable.name, "").strip()
        if not text:
            continue
        try:
            read[variable.name] = variable.read(text)
        except ValueError as error:
            problems.append(_told(variable, str(error)))
    given = {variable.name for variable in VARIABLES if found.get(variable.name, "").strip()}
    problems += [_told(_named(name), said) for name, said in _misfits(given, found.get("HANDRAIL_MODE", "").strip())]
    if problems:
        raise WrongSettings("\n".join(problems))
    return _built(read)


def _unknown(found: Mapping[str, str]) -> list[str]:
    known = {variable.name for variable in VARIABLES} | _OF_THE_TESTS
    return [
        f"handrail.E000 {name}: no such setting. Allowed: {', '.join(sorted(v.name for v in VARIABLES))}. Look for a misspelling."
        for name in sorted(found)
        if name.startswith("HANDRAIL_") and name not in known
    ]


def _misfits(given: set[str], mode: str) -> list[tuple[str, str]]:
    """Name the variables that do not fit the mode or each other, whatever they hold."""
    mail = _mail_misfits(given)
    if mode != "hosted":
        hosted_only = ("HANDRAIL_SECRET_KEY", "HANDRAIL_SECRET_KEY_FILE", "HANDRAIL_HOSTS", "HANDRAIL_BIND")
        return mail + [(name, "a value, in home mode") for name in hosted_only if name in given]
    misfits = mail + ([] if "HANDRAIL_HOSTS" in given else [("HANDRAIL_HOSTS", "nothing, and hosted mode needs it")])
    keys = given & {"HANDRAIL_SECRET_KEY", "HANDRAIL_SECRET_KEY_FILE"}
    if not keys:
        misfits.append(("HANDRAIL_SECRET_KEY", "nothing, and hosted mode needs it or HANDRAIL_SECRET_KEY_FILE"))
    if len(keys) == 2:
        misfits.append(("HANDRAIL_SECRET_KEY_FILE", "a file, and HANDRAIL_SECRET_KEY as well"))
    return misfits


def _mail_misfits(given: set[str]) -> list[tuple[str, str]]:
    if "HANDRAIL_MAIL_SERVER" not in given:
        needing = ("HANDRAIL_MAIL_SECURITY", "HANDRAIL_MAIL_FROM", "HANDRAIL_MAIL_USER", "HANDRAIL_MAIL_PASSWORD_FILE")
        return [(name, "a value, and no HANDRAIL_MAIL_SERVER") for name in needing if name in given]
    needed = ("HANDRAIL_MAIL_FROM", "HANDRAIL_CORRECTIONS_TO")
    misfits = [(name, "nothing, and HANDRAIL_MAIL_SERVER needs it") for name in needed if name not in given]
    if ("HANDRAIL_MAIL_USER" in given) != ("HANDRAIL_MAIL_PASSWORD_FILE" in given):
        misfits.append(("HANDRAIL_MAIL_USER", "a name without a password file, or a file without a name"))
    return misfits


def _named(name: str) -> Variable:
    return next(variable for variable in VARIABLES if variable.name == name)


def _told(variable: Variable, found: str) -> str:
    return f"{variable.error} {variable.name}: found {found}. Allowed: {variable.allowed}. Hint: {variable.hint}"


def _built(read: Mapping[str, object]) -> Environment:
    hosted = read.get("HANDRAIL_MODE", "home") == "hosted"
    defaults: dict[str, object] = {
        "mode": "home",
        "data": values.default_data_folder(),
        "content": values.CHECKOUT / "content",
        "build": None,
        "secret_key": "",
        "secret_key_file": None,
        "hosts": ("127.0.0.1", "localhost"),
        "bind": "127.0.0.1",
        "port": 8000,
        "workers": 2 if hosted else 1,
        "language": "en-gb",
        "leave_to": "https://www.bbc.co.uk/weather",
        "corrections_to": "",
        "mail_server": None,
        "mail_security": "starttls",
        "mail_from": "",
        "mail_user": "",
        "mail_password_file": None,
        "reload_templates": "off",
    }
    given = {name.removeprefix("HANDRAIL_").lower(): value for name, value in read.items()}
    merged = defaults | given
    merged["reload_templates"] = merged["reload_templates"] == "on"
    return Environment(**merged)  # type: ignore[arg-type]  # each value was read by its own Reader above
