"""Settings come from the environment; a wrong one stops the start and says what is allowed."""

from pathlib import Path

import pytest

from handrail.site.environment import VARIABLES, WrongSettings, read_environment
from handrail.site.secrets_folder import open_data_folder, secret_key
from handrail.site.values import CHECKOUT

OPERATE = (CHECKOUT / "docs" / "operate.md").read_text(encoding="utf-8")
HOSTED = {"HANDRAIL_MODE": "hosted", "HANDRAIL_HOSTS": "handrail.example.org", "HANDRAIL_SECRET_KEY": "k" * 50}


def test_nothing_needs_to_be_set_at_home() -> None:
    environment = read_environment({"HOME": "/somewhere"})
    assert environment.is_home
    assert environment.bind == "127.0.0.1"
    assert environment.hosts == ("127.0.0.1", "localhost")
    assert not environment.data.is_relative_to(CHECKOUT)


def test_hosted_takes_what_it_is_given() -> None:
    environment = read_environment({**HOSTED, "HANDRAIL_BIND": "::1", "HANDRAIL_PORT": "80", "HANDRAIL_WORKERS": "4"})
    assert (environment.hosts, environment.bind, environment.port, environment.workers) == (
        ("handrail.example.org",),
        "::1",
        80,
        4,
    )


MAIL = {"HANDRAIL_CORRECTIONS_TO": "words@example.org", "HANDRAIL_MAIL_SERVER": "mail.example.org:587", "HANDRAIL_MAIL_FROM": "handrail@example.org"}
WRONG = [
    ({"HANDRAIL_MODE": "house"}, "E001"),
    ({"HANDRAIL_DATA": "data"}, "E002"),
    ({"HANDRAIL_DATA": str(CHECKOUT / "data")}, "E002"),
    ({"HANDRAIL_SECRET_KEY": "k" * 60}, "E003"),
    ({**HOSTED, "HANDRAIL_SECRET_KEY": "short"}, "E003"),
    ({**HOSTED, "HANDRAIL_SECRET_KEY": ""}, "E003"),
    ({**HOSTED, "HANDRAIL_SECRET_KEY": "", "HANDRAIL_SECRET_KEY_FILE": "/nowhere/at/all"}, "E004"),
    ({**HOSTED, "HANDRAIL_SECRET_KEY_FILE": __file__}, "E004"),
    ({**HOSTED, "HANDRAIL_HOSTS": "*"}, "E005"),
    ({**HOSTED, "HANDRAIL_HOSTS": ""}, "E005"),
    ({"HANDRAIL_HOSTS": "example.org"}, "E005"),
    ({"HANDRAIL_BIND": "127.0.0.1"}, "E006"),
    ({**HOSTED, "HANDRAIL_BIND": "everywhere"}, "E006"),
    ({"HANDRAIL_PORT": "0"}, "E007"),
    ({"HANDRAIL_PORT": "eighty"}, "E007"),
    ({"HANDRAIL_PORT": "²"}, "E007"),
    ({"HANDRAIL_WORKERS": "65"}, "E008"),
    ({"HANDRAIL_LANGUAGE": "fr"}, "E009"),
    ({"HANDRAIL_LEAVE_TO": "http://example.org/weather"}, "E010"),
    ({"HANDRAIL_LEAVE_TO": "https://example.org/?q=1"}, "E010"),
    ({"HANDRAIL_CONTENT": "/"}, "E011"),
    ({"HANDRAIL_RELOAD_TEMPLATES": "maybe"}, "E012"),
    ({"HANDRAIL_BUILD": "build"}, "E013"),
    ({"HANDRAIL_HOST": "example.org"}, "E000"),
    ({"HANDRAIL_CORRECTIONS_TO": "words at example.org"}, "E014"),
    ({"HANDRAIL_CORRECTIONS_TO": "a@example.org\nBcc: b@example.org"}, "E014"),
    ({**MAIL, "HANDRAIL_CORRECTIONS_TO": ""}, "E014"),
    ({**MAIL, "HANDRAIL_MAIL_SERVER": "mail.example.org"}, "E015"),
    ({**MAIL, "HANDRAIL_MAIL_SERVER": "mail.example.org:0"}, "E015"),
    ({**MAIL, "HANDRAIL_MAIL_SECURITY": "some"}, "E016"),
    ({"HANDRAIL_MAIL_SECURITY": "tls"}, "E016"),
    ({**MAIL, "HANDRAIL_MAIL_FROM": ""}, "E017"),
    ({**MAIL, "HANDRAIL_MAIL_FROM": "handrail"}, "E017"),
    ({**MAIL, "HANDRAIL_MAIL_USER": "two words", "HANDRAIL_MAIL_PASSWORD_FILE": __file__}, "E018"),
    ({**MAIL, "HANDRAIL_MAIL_USER": "handrail"}, "E018"),
    ({**MAIL, "HANDRAIL_MAIL_PASSWORD_FILE": "/nowhere/at/all"}, "E019"),
]


@pytest.mark.parametrize(("found", "error"), WRONG)
def test_a_wrong_value_is_refused_with_an_id_and_a_hint(found: dict[str, str], error: str) -> None:
    with pytest.raises(WrongSettings) as raised:
        read_environment(found)
    told = [line for line in str(raised.value).splitlines() if line.startswith(f"handrail.{error} ")]
    assert len(told) == 1
    assert "Allowed: " in told[0]


def test_every_variable_has_a_wrong_value_in_these_tests() -> None:
    assert {f"handrail.{error}" for _found, error in WRONG} == {v.error for v in VARIABLES} | {"handrail.E000"}


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(WrongSettings) as raised:
        read_environment({"HANDRAIL_PORT": "x", "HANDRAIL_WORKERS": "x"})
    assert "E007" in str(raised.value)
    assert "E008" in str(raised.value)


def test_a_secret_is_never_repeated() -> None:
    with pytest.raises(WrongSettings) as raised:
        read_environment({**HOSTED, "HANDRAIL_SECRET_KEY": "a-secret-that-is-short"})
    assert "a-secret" not in str(raised.value)


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda v: v.name)
def test_every_variable_is_told_in_operate(variable: object) -> None:
    assert f"`{variable.name}`" in OPERATE  # type: ignore[attr-defined]
    assert variable.error.removeprefix("handrail.") in OPERATE  # type: ignore[attr-defined]


def test_secrets_are_for_their_owner_alone(tmp_path: Path) -> None:
    environment = read_environment({"HANDRAIL_DATA": str(tmp_path / "data")})
    key = secret_key(environment)
    assert len(key) >= 50
    assert secret_key(environment) == key
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_an_open_data_folder_is_closed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    assert open_data_folder(tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongSettings, match=r"E002"):
        open_data_folder(tmp_path / "file" / "data")
