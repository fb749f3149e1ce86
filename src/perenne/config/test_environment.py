import os
import subprocess
import sys
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.config.environment import NEEDED_IN_PRODUCTION, Missing, read_environment

WHOLE = {
    "PERENNE_PRODUCTION": "1",
    "PERENNE_SECRET_KEY": "une longue phrase",
    "DATABASE_URL": "postgresql://perenne@base/perenne",
    "PERENNE_HOSTS": "perenne.example",
    "PERENNE_ADDRESS": "https://perenne.example/",
    "PERENNE_MAIL_URL": "smtp://nous@courrier",
}


def test_a_machine_of_ours_needs_nothing(tmp_path):
    found = read_environment({"PERENNE_HOME": str(tmp_path)})
    assert found.production is False
    assert (found.database_url, found.mail_url, found.postgres_programs) == ("", "", "")
    assert found.hosts == ("localhost", "127.0.0.1")
    assert found.database_home == tmp_path / "database"


@pytest.mark.parametrize(
    ("said", "witnesses"),
    [
        ("", ()),
        ("a@x.example", ("a@x.example",)),
        ("a@x.example, b@y.example", ("a@x.example", "b@y.example")),
        ("a@x.example b@y.example", ("a@x.example", "b@y.example")),
    ],
)
def test_the_witnesses_of_the_journal_are_addresses_outside(tmp_path, said, witnesses):
    variables = {"PERENNE_HOME": str(tmp_path), "PERENNE_JOURNAL_WITNESSES": said}
    assert read_environment(variables).journal_witnesses == witnesses


@given(some.sets(some.sampled_from(sorted(NEEDED_IN_PRODUCTION))), some.booleans())
def test_production_names_at_once_everything_that_is_missing_and_nothing_else(gone, empty):
    kept = {name: text for name, text in WHOLE.items() if name not in gone}
    variables = {**kept, **dict.fromkeys(gone, "")} if empty else kept
    if not gone:
        assert read_environment(variables).production is True
        return
    with pytest.raises(Missing) as sentence:
        read_environment(variables)
    named = {line.strip().split(":")[0] for line in str(sentence.value).splitlines()[1:]}
    assert named == gone


@pytest.mark.parametrize(
    ("said", "production"), [("", False), ("0", False), ("no", False), ("1", True), ("yes", True)]
)
def test_production_is_said_by_one_variable(tmp_path, said, production):
    variables = {**WHOLE, "PERENNE_PRODUCTION": said, "PERENNE_HOME": str(tmp_path)}
    assert read_environment(variables).production is production


@pytest.mark.parametrize(
    "written", ["a.example,b.example", " a.example , b.example,", "a.example b.example"]
)
def test_hosts_are_parted_by_commas_and_spaces_are_forgiven(written):
    assert read_environment({**WHOLE, "PERENNE_HOSTS": written}).hosts == ("a.example", "b.example")


def test_the_address_loses_its_final_slash():
    assert read_environment(WHOLE).address == "https://perenne.example"


def test_a_home_keptfrom_here_is_a_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read_environment({**WHOLE, "PERENNE_HOME": "ici"}).home == tmp_path / "ici"


def test_the_secret_of_a_machine_is_made_once_and_for_its_owner_only(tmp_path):
    here = {"PERENNE_HOME": str(tmp_path / "new")}
    first = read_environment(here).secret_key
    assert len(first) >= 50
    assert read_environment(here).secret_key == first
    assert (tmp_path / "new" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert read_environment({"PERENNE_HOME": str(tmp_path / "other")}).secret_key != first


def test_a_secret_that_was_never_written_is_made_again(tmp_path):
    (tmp_path / "secret-key").touch()
    assert len(read_environment({"PERENNE_HOME": str(tmp_path)}).secret_key) >= 50


def test_whoever_starts_an_incomplete_production_reads_a_sentence_and_no_traceback(tmp_path):
    told = subprocess.run(
        [sys.executable, "-m", "perenne.config", "check"],
        env={"PERENNE_PRODUCTION": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr.startswith("Production needs these variables")
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("said", "kept"), [("", "required"), ("required", "required"), ("offered", "offered")]
)
def test_a_second_factor_is_required_unless_one_says_that_it_is_only_offered(tmp_path, said, kept):
    variables = {"PERENNE_HOME": str(tmp_path), "PERENNE_SECOND_FACTOR": said}
    assert read_environment(variables).second_factor == kept


@pytest.mark.parametrize("said", ["no", "0", "optional", "Required"])
def test_a_word_that_is_neither_stops_the_start(tmp_path, said):
    with pytest.raises(Missing, match="required or offered"):
        read_environment({"PERENNE_HOME": str(tmp_path), "PERENNE_SECOND_FACTOR": said})


PROCONNECT = {
    "PERENNE_PROCONNECT_ISSUER": "https://proconnect.example/api/v2/",
    "PERENNE_PROCONNECT_CLIENT": "perenne",
    "PERENNE_PROCONNECT_SECRET": "secret",
}


def test_proconnect_is_unknown_until_it_is_whole(tmp_path):
    home = {"PERENNE_HOME": str(tmp_path)}
    assert read_environment(home).proconnect.issuer == ""
    found = read_environment({**home, **PROCONNECT}).proconnect
    assert found.issuer == "https://proconnect.example/api/v2"
    assert (found.client_id, found.client_secret) == ("perenne", "secret")
    assert "eidas2" in found.levels
    assert "eidas1" not in found.levels
    chosen = read_environment({**home, **PROCONNECT, "PERENNE_PROCONNECT_LEVELS": "a  b"})
    assert chosen.proconnect.levels == ("a", "b")


@pytest.mark.parametrize("gone", ["PERENNE_PROCONNECT_CLIENT", "PERENNE_PROCONNECT_SECRET"])
def test_half_of_proconnect_stops_the_start_and_says_what_is_missing(tmp_path, gone):
    half = {"PERENNE_HOME": str(tmp_path), **PROCONNECT, gone: ""}
    with pytest.raises(Missing, match=gone):
        read_environment(half)


KEYS = {"2027": bytes(range(32)), "2026": bytes(32)}
WRITTEN = " ".join(f"{name}:{b64encode(key).decode()}" for name, key in KEYS.items())


@pytest.mark.parametrize("said", ["", WRITTEN, f"  {WRITTEN}\n"])
def test_keys_that_close_files_are_read_the_active_one_first(tmp_path, said):
    found = read_environment({"PERENNE_HOME": str(tmp_path), "PERENNE_FILE_KEYS": said}).file_keys
    assert list(found.items()) == (list(KEYS.items()) if said else [])


@pytest.mark.parametrize("said", ["2027:c2hvcnQ=", ":" + WRITTEN[5:], "2027:", "2027:???", "2027"])
def test_a_key_that_is_none_stops_the_program_with_a_sentence(said):
    with pytest.raises(Missing, match="PERENNE_FILE_KEYS"):
        read_environment({**WHOLE, "PERENNE_FILE_KEYS": said})


def test_a_bucket_is_named_whole_or_not_at_all(tmp_path):
    here = {"PERENNE_HOME": str(tmp_path), "PERENNE_S3_ENDPOINT": "http://s3.example"}
    assert read_environment(here).bucket == {}
    named = {**here, "PERENNE_S3_BUCKET": "fichiers", "PERENNE_S3_KEY": "a"}
    assert read_environment(named).bucket == {
        "bucket": "fichiers", "endpoint": "http://s3.example", "region": "", "key": "a",
        "secret": "",
    }  # fmt: skip
