"""OP-03: what production refuses to start with, each with the line to change."""

import secrets
import stat

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import override_settings

from credentials.services.keys import key_file, make_key
from portal.checks import production_is_safe, production_keys_open, production_people_are_safe
from portal.starting import refuse_unsafe_start
from tests.factories import UserFactory


@pytest.fixture
def safe(tmp_path):
    """Settings of a school that did everything right."""
    keys = tmp_path / "keys"
    keys.mkdir(mode=0o700)
    (keys / "one.pem").write_text("x")
    (keys / "one.pem").chmod(0o600)
    return {
        "SETTINGS_LAYER": "production", "DEBUG": False, "DEMO": False, "SECRET_KEY": secrets.token_urlsafe(48),
        "SECRET_DIGEST_KEY": secrets.token_urlsafe(48), "KEYS_PASSPHRASE": secrets.token_urlsafe(48),
        "ALLOWED_HOSTS": ["odznaki.szkola.example"], "PUBLIC_URL": "https://odznaki.szkola.example", "KEYS_DIR": keys,
    }  # fmt: skip


def refusals(settings):
    with override_settings(**settings):
        return {error.id: error for error in production_is_safe(None)}


def test_a_careful_school_starts(safe):
    assert refusals(safe) == {}


@pytest.mark.parametrize(
    ("change", "id", "line"),
    [
        ({"DEBUG": True}, "portal.E001", "Remove DEBUG"),
        ({"SECRET_KEY": ""}, "portal.E002", "Set SECRET_KEY"),
        ({"SECRET_KEY": "django-insecure-" + "x" * 60}, "portal.E002", "Set SECRET_KEY"),
        ({"SECRET_DIGEST_KEY": "short"}, "portal.E003", "Set SECRET_DIGEST_KEY"),
        ({"KEYS_PASSPHRASE": "change-me" * 9}, "portal.E004", "Set KEYS_PASSPHRASE"),
        ({"ALLOWED_HOSTS": ["*"]}, "portal.E005", "Set ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": []}, "portal.E005", "Set ALLOWED_HOSTS"),
        ({"PUBLIC_URL": "http://odznaki.szkola.example"}, "portal.E006", "PUBLIC_URL=https://"),
        ({"PUBLIC_URL": "https://localhost"}, "portal.E006", "PUBLIC_URL=https://"),
        ({"DEMO": True}, "portal.E009", "Remove DEMO"),
    ],
)
def test_op_03_refuses_and_names_the_line(safe, change, id, line):
    found = refusals(safe | change)
    assert set(found) == {id}
    assert line in found[id].hint


def test_op_03_refuses_a_missing_folder_of_keys(safe, tmp_path):
    found = refusals(safe | {"KEYS_DIR": tmp_path / "nowhere"})
    assert f"install -d -m 700 {tmp_path / 'nowhere'}" in found["portal.E007"].hint


def test_op_03_refuses_a_key_that_others_may_read(safe):
    key = safe["KEYS_DIR"] / "one.pem"
    key.chmod(0o644)
    assert refusals(safe)["portal.E008"].hint == f"chmod 600 {key}"
    assert stat.S_IMODE(key.stat().st_mode) == 0o644, "a check changes nothing"


@pytest.mark.django_db
def test_op_03_refuses_an_operator_without_a_second_factor(safe):
    operator = UserFactory(username="admin-x", is_staff=True, is_superuser=True)
    with override_settings(**safe):
        (found,) = production_people_are_safe(None, databases=["default"])
        assert found.id == "portal.E011"
        assert "second_factor admin-x" in found.hint
        Authenticator.objects.create(user=operator, type=Authenticator.Type.TOTP, data={"secret": "x"})
        assert production_people_are_safe(None, databases=["default"]) == []


@pytest.mark.django_db
def test_op_03_refuses_keys_that_do_not_open(safe, issuer):
    with override_settings(**safe):
        key = make_key(issuer)
        assert production_keys_open(None, databases=["default"]) == []
        key_file(key.pk).unlink()
        (found,) = production_keys_open(None, databases=["default"])
        assert (found.id, str(key.pk) in found.msg) == ("portal.E012", True)
        assert "manage.py restore" in found.hint
        with pytest.raises(SystemExit, match="is missing from"):
            refuse_unsafe_start()


@pytest.mark.django_db
def test_op_03_the_start_itself_stops(safe):
    with override_settings(**safe):
        refuse_unsafe_start()
    with override_settings(**safe | {"DEMO": True, "DEBUG": True}), pytest.raises(SystemExit) as stopped:
        refuse_unsafe_start()
    assert "→ Remove DEMO" in str(stopped.value)
    assert "→ Remove DEBUG" in str(stopped.value)


def test_op_03_the_command_itself_stops(safe):
    with override_settings(**safe | {"DEBUG": True}), pytest.raises(SystemCheckError, match="Remove DEBUG"):
        call_command("check", "--tag", "security")
