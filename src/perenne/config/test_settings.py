"""The settings of production, read by Django itself in a process of its own."""

import json
import os
import subprocess
import sys
from secrets import token_urlsafe

import pytest

PRODUCTION = {
    "PERENNE_PRODUCTION": "1",
    "PERENNE_SECRET_KEY": token_urlsafe(60),
    "DATABASE_URL": "postgresql://perenne:se%20cret@base.example:5433/perenne?sslmode=require",
    "PERENNE_HOSTS": "perenne.example",
    "PERENNE_ADDRESS": "https://perenne.example",
    "PERENNE_MAIL_URL": "smtp+tls://nous%40perenne.example:mot%2Fde@courrier.example:587",
}


def python(variables, *arguments, home):
    return subprocess.run(
        [sys.executable, *arguments],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DJANGO_SETTINGS_MODULE": "perenne.config.settings",
            "PERENNE_HOME": str(home),
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def settings(variables, *names, home):
    words = (
        "import json; from django.conf import settings;"
        f"print(json.dumps([getattr(settings, n, None) for n in {names!r}], default=str))"
    )
    return json.loads(python(variables, "-c", words, home=home).stdout)


def test_django_has_nothing_to_say_against_production(tmp_path):
    told = python(
        PRODUCTION, "-m", "django", "check", "--deploy", "--fail-level", "DEBUG", home=tmp_path
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert "no issues" in told.stdout


@pytest.mark.parametrize(("variables", "strict"), [(PRODUCTION, True), ({}, False)])
def test_https_is_asked_for_in_production_only(tmp_path, variables, strict):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")
    found = settings(variables, *names, home=tmp_path)
    assert [bool(value) for value in found] == [strict] * 3
    cookies = settings(variables, "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", home=tmp_path)
    assert [name.startswith("__Host-") for name in cookies] == [strict] * 2


@pytest.mark.parametrize("variables", [PRODUCTION, {}])
def test_nobody_ever_sees_a_debug_page_and_no_inline_script_ever_runs(tmp_path, variables):
    debug, policy = settings(variables, "DEBUG", "CONTENT_SECURITY_POLICY", home=tmp_path)
    assert debug is False
    assert policy["DIRECTIVES"]["default-src"] == ["'none'"]
    assert "unsafe" not in json.dumps(policy)


@pytest.mark.parametrize(
    ("said", "images", "credit"),
    [
        ("", ["'self'"], ""),
        ("ign", ["'self'", "https://data.geopf.fr", "data:"], "IGN, Plan IGN, Géoplateforme"),
        (
            "https://tuiles.example/{z}/{x}/{y}.png",
            ["'self'", "https://tuiles.example", "data:"],
            "tuiles.example",
        ),
    ],
)
def test_images_come_from_elsewhere_only_where_a_base_map_is_set(tmp_path, said, images, credit):
    names = ("CONTENT_SECURITY_POLICY", "MAP_CREDIT", "MAP_TILES")
    policy, told, tiles = settings({"PERENNE_BASE_MAP": said}, *names, home=tmp_path)
    assert policy["DIRECTIVES"]["img-src"] == images
    assert told == credit
    assert all(part in tiles for part in ("{z}", "{x}", "{y}")) == bool(said)


def test_the_database_that_is_given_is_read_to_its_last_option(tmp_path):
    (database,) = settings(PRODUCTION, "DATABASES", home=tmp_path)
    told = database["default"]
    assert [told[name] for name in ("HOST", "PORT", "USER", "PASSWORD", "NAME")] == [
        "base.example", "5433", "perenne", "se cret", "perenne",
    ]  # fmt: skip
    assert told["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    ("address", "tls", "ssl", "port"),
    [
        ("smtp://courrier.example", False, False, 25),
        ("smtp+tls://courrier.example:587", True, False, 587),
        ("smtps://courrier.example:465", False, True, 465),
    ],
)
def test_mail_goes_by_the_server_that_is_given(tmp_path, address, tls, ssl, port):
    names = ("EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_USE_TLS", "EMAIL_USE_SSL", "EMAIL_PORT")
    found = settings({**PRODUCTION, "PERENNE_MAIL_URL": address}, *names, home=tmp_path)
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    assert found == [smtp, "courrier.example", tls, ssl, port]


def test_the_password_of_the_mail_is_unquoted(tmp_path):
    found = settings(PRODUCTION, "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", home=tmp_path)
    assert found == ["nous@perenne.example", "mot/de"]


def test_without_a_mail_server_each_mail_is_a_file(tmp_path):
    backend, place = settings({}, "EMAIL_BACKEND", "EMAIL_FILE_PATH", home=tmp_path)
    assert backend.endswith("filebased.EmailBackend")
    assert place == str(tmp_path / "mails")


def test_files_received_have_no_address_and_one_owner(tmp_path):
    (storages,) = settings({}, "STORAGES", home=tmp_path)
    told = storages["private"]["OPTIONS"]
    assert told["base_url"] is None
    assert (told["file_permissions_mode"], told["directory_permissions_mode"]) == (0o600, 0o700)


def test_standbys_are_databases_of_their_own_that_only_read(tmp_path):
    named = "postgresql://perenne@une.example/perenne postgresql://perenne@deux.example/perenne"
    (replicas, databases) = settings(
        {**PRODUCTION, "PERENNE_REPLICAS": named}, "REPLICAS", "DATABASES", home=tmp_path
    )
    assert replicas == ["replica_1", "replica_2"]
    assert [databases[name]["HOST"] for name in replicas] == ["une.example", "deux.example"]
    assert all(databases[name]["IS_REPLICA"] for name in replicas)
    assert "IS_REPLICA" not in databases["default"]


def test_a_worker_may_look_for_whoever_takes_writes_among_several_hosts(tmp_path):
    address = "postgresql://perenne@une,deux/perenne?target_session_attrs=read-write"
    (databases,) = settings({**PRODUCTION, "DATABASE_URL": address}, "DATABASES", home=tmp_path)
    assert databases["default"]["HOST"] == "une,deux"
    assert databases["default"]["OPTIONS"]["target_session_attrs"] == "read-write"
