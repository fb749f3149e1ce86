"""Files in an S3 server, a process of its own on this machine, by the settings of production."""

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection

import boto3
import pytest
from botocore.exceptions import ClientError
from django.core.files.storage import storages
from django.utils.timezone import now

from perenne.config.settings.files import bucket
from perenne.kit.actors import Actor, Role
from perenne.kit.files.giving import give
from perenne.kit.files.keeping import content_of, forget, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.sweeping import RESPITE, Report, sweep
from perenne.kit.files.uses import Use
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TABLE = b"objet;montant\nVoirie;12\n"
ANYBODY = Actor(Role.BUYER, person_id=4, organisation_id=9)
NAME, KEY, SECRET, REGION = "fichiers", "cle", "secret", "eu-west-3"
PATIENCE = 60
PAGE = 100
"""Objects that the server lists at once (Amazon’s: a thousand)."""


class Server:
    """It can be stopped, and started again on its port, as empty as at first."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.child = None

    def start(self) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                "PYTHONWARNINGS": "ignore",
                "MOTO_S3_DEFAULT_MAX_KEYS": str(PAGE),
            },
        )
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(OSError):
                asking = HTTPConnection("127.0.0.1", self.port, timeout=2)
                asking.request("GET", "/moto-api/")
                asking.getresponse()
                asking.close()
                return
            time.sleep(0.1)
        raise AssertionError("moto does not answer")

    def stop(self) -> None:
        self.child.terminate()
        self.child.wait(PATIENCE)

    @property
    def client(self):
        return boto3.client(
            "s3", endpoint_url=self.address, region_name=REGION,
            aws_access_key_id=KEY, aws_secret_access_key=SECRET,
        )  # fmt: skip


@pytest.fixture(scope="module")
def server():
    server = Server()
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def s3(server, settings):
    """An empty bucket, that the settings name; its client, to look from outside."""
    client = server.client
    client.create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION})
    settings.STORAGES = {
        **settings.STORAGES, "private": bucket(NAME, server.address, REGION, KEY, SECRET),
    }  # fmt: skip
    yield client
    for item in client.list_objects_v2(Bucket=NAME).get("Contents", []):
        client.delete_object(Bucket=NAME, Key=item["Key"])
    client.delete_bucket(Bucket=NAME)


def lying(s3):
    return [item["Key"] for item in s3.list_objects_v2(Bucket=NAME).get("Contents", [])]


def kept(content=TABLE):
    return keep(content, "programme.csv", Use.PROGRAMME)


def test_a_file_is_kept_read_given_and_forgotten(s3, django_capture_on_commit_callbacks):
    file = kept()
    assert lying(s3) == [file.place]
    assert file.place.startswith(f"{current_committee()}/")
    assert s3.get_object(Bucket=NAME, Key=file.place)["Body"].read() == TABLE
    assert content_of(file.pk) == give(file.pk, by=ANYBODY).content == TABLE
    with django_capture_on_commit_callbacks(execute=True):
        forget(file.pk)
    assert lying(s3) == []


def test_ten_megabytes_come_back_whole(s3):
    content = b"objet;montant;" * 714_000
    assert content_of(kept(content).pk) == content


def test_no_address_is_ever_given_out_and_strangers_are_kept_out(s3, server):
    file = kept()
    with pytest.raises(ValueError, match="asks who may have them"):
        storages["private"].url(file.place)
    grants = s3.get_object_acl(Bucket=NAME, Key=file.place)["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]


def test_an_object_that_was_changed_is_refused(s3, caplog):
    file = kept()
    s3.put_object(Bucket=NAME, Key=file.place, Body=TABLE.replace(b"12", b"13"))
    with pytest.raises(Refused, match="abîmé"):
        give(file.pk, by=ANYBODY)
    assert caplog.records[-1].levelname == "ERROR"


def test_an_object_that_is_gone_is_refused(s3, caplog):
    file = kept()
    s3.delete_object(Bucket=NAME, Key=file.place)
    with pytest.raises(Refused, match="abîmé"):
        give(file.pk, by=ANYBODY)
    assert "its bytes are gone" in caplog.text


def test_the_night_finds_what_changed_what_is_gone_and_what_has_no_row(s3, caplog):
    changed, gone, _ = kept(), kept(TABLE * 2), kept(TABLE * 3)
    s3.put_object(Bucket=NAME, Key=changed.place, Body=b"autre chose")
    s3.delete_object(Bucket=NAME, Key=gone.place)
    s3.put_object(Bucket=NAME, Key=f"{current_committee()}/seul", Body=b"x")
    s3.put_object(Bucket=NAME, Key="34/d-un-autre-comite", Body=b"x")
    assert sweep(now=now()) == Report(files=3, damaged=2, objects=3, without_row=1)
    report = sweep(now=now() + 2 * RESPITE)
    assert (report.without_row, report.deleted) == (1, 1)
    assert f"{current_committee()}/seul" not in lying(s3)
    assert "34/d-un-autre-comite" in lying(s3)


def test_objects_that_fill_several_pages_are_all_looked_at(s3):
    many = 2 * PAGE + 50
    for number in range(many):
        s3.put_object(Bucket=NAME, Key=f"{current_committee()}/{number}", Body=b"x")
    assert s3.list_objects_v2(Bucket=NAME)["KeyCount"] == PAGE
    report = sweep(now=now() + 2 * RESPITE)
    assert (report.objects, report.deleted) == (many, many)
    assert lying(s3) == []


def test_a_server_that_is_down_is_a_refusal_and_leaves_nothing_half_written(
    s3, server, caplog, settings
):
    file = kept()
    dead = bucket(NAME, "http://127.0.0.1:1", REGION, KEY, SECRET)
    settings.STORAGES = {**settings.STORAGES, "private": dead}
    began = time.monotonic()
    for act in (kept, lambda: content_of(file.pk), lambda: give(file.pk, by=ANYBODY)):
        with pytest.raises(Refused, match="Le stockage des fichiers ne répond pas"):
            act()
    print(f"three refusals in {time.monotonic() - began:.1f} s")
    assert StoredFile.objects.count() == 1
    assert "the storage of files does not answer" in caplog.text


def test_a_server_that_stops_and_comes_back_is_answered_for(s3, server, settings):
    other = Server()
    other.start()
    try:
        other.client.create_bucket(
            Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        settings.STORAGES = {
            **settings.STORAGES, "private": bucket(NAME, other.address, REGION, KEY, SECRET),
        }  # fmt: skip
        kept()
        other.stop()
        with pytest.raises(Refused, match="ne répond pas"):
            kept()
        other.start()
        with pytest.raises(Refused, match="ne répond pas"):  # no bucket: as good as down
            kept()
        other.client.create_bucket(
            Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        assert content_of(kept().pk) == TABLE
    finally:
        other.stop()
    assert StoredFile.objects.count() == 2


def test_a_bucket_that_is_not_there_is_a_refusal(s3, settings):
    with pytest.raises(ClientError):
        s3.head_bucket(Bucket="un-autre-seau")
    absent = settings.STORAGES["private"]["OPTIONS"] | {"bucket_name": "un-autre-seau"}
    settings.STORAGES = {
        **settings.STORAGES, "private": {**settings.STORAGES["private"], "OPTIONS": absent},
    }  # fmt: skip
    with pytest.raises(Refused, match="ne répond pas"):
        kept()


def test_closed_files_are_closed_there_too(s3, settings):
    settings.FILE_KEYS = {"2026": bytes(32)}
    file = kept(b"CANARI;1\n")
    assert b"CANARI" not in s3.get_object(Bucket=NAME, Key=file.place)["Body"].read()
    assert content_of(file.pk) == b"CANARI;1\n"
