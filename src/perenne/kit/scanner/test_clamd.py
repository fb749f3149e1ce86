"""The whole conversation with clamd, with a server that knows it and with servers that do not."""

import io
import socket
import struct
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from perenne.kit.scanner import Clean, Infected, ScannerDown, Unscannable, scanner
from perenne.kit.scanner.clamd import CHUNK, Clamd
from perenne.kit.scanner.tests.clamd import (
    EICAR,
    VERSION,
    fake_clamd,
    real_clamd,
    real_clamd_is_here,
    saying,
)

ENGINE = VERSION.decode().rstrip("\0")


@pytest.fixture
def short():
    """A folder whose path fits in the address of a Unix socket."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        yield Path(folder)


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_003], ids=lambda size: f"{size} B"
)
def test_every_byte_arrives_in_its_order(size):
    content = bytes(range(256)) * (size // 256 + 1)
    with fake_clamd() as clamd:
        assert Clamd(clamd.address).scan(content[:size]) == Clean(ENGINE)
        assert clamd.heard == [content[:size]]


@given(content=some.binary(max_size=3_000))
@hypothesis_settings(max_examples=30)
def test_whatever_the_bytes_they_are_never_taken_for_the_protocol(content):
    with fake_clamd() as clamd:
        assert Clamd(clamd.address).scan(content) == Clean(ENGINE)
        assert clamd.heard == [content]


@pytest.mark.parametrize("written", ["{}", "unix:{}"])
def test_it_listens_on_a_unix_socket(short, written):
    path = short / "clamd.sock"
    with fake_clamd(path=path) as clamd:
        assert Clamd(written.format(path)).scan(EICAR) == Infected(ENGINE, "Eicar-Test-Signature")
        assert clamd.heard == [EICAR]


@pytest.mark.parametrize("written", ["{}", "tcp://{}"])
def test_it_listens_on_a_port(written):
    with fake_clamd() as clamd:
        address = written.format(clamd.address)
        assert Clamd(address).scan(b"..." + EICAR) == Infected(ENGINE, "Eicar-Test-Signature")


@pytest.mark.parametrize("size", [1_001, 200_000, 5_000_000])
def test_a_stream_that_clamd_finds_too_large_will_never_be_scanned(size):
    """clamd says so and hangs up, while most of the stream is still to be sent."""
    with fake_clamd(most=1_000) as clamd, pytest.raises(Unscannable, match="size limit") as said:
        Clamd(clamd.address).scan(bytes(size))
    assert said.value.for_good
    assert clamd.heard == []


def test_an_error_of_clamd_is_not_a_verdict():
    broken = saying(b"stream: Can't allocate memory ERROR\0")
    with fake_clamd(broken) as clamd, pytest.raises(Unscannable, match="allocate") as said:
        Clamd(clamd.address).scan(b"x")
    assert not said.value.for_good


@pytest.mark.parametrize(
    "manner",
    [
        saying(),
        saying(b"\0"),
        saying(b"stream: OK"),
        saying(b"stream: OK\n"),
        saying(b"OK\0"),
        saying(b"stream: OKAY\0"),
        saying(b"stream: FOUND\0"),
        saying(b"stream:  FOUND OK\0"),
        saying(b"HTTP/1.1 200 OK\r\n\r\n\0"),
        saying(b"\xff\xfe\x00\x00"),
        saying(b"x" * 10_000),
        saying(b"x" * 10_000 + b"\0"),
        saying(b"stream: ", b"OK", pause=0.3),
        saying(*[b"s"] * 40, pause=0.1),
        saying(pause=0.0),
    ],
    ids=lambda _: "",
)
def test_whatever_else_is_said_is_no_verdict(manner):
    with fake_clamd(manner) as clamd, pytest.raises(ScannerDown):
        Clamd(clamd.address, whole_seconds=1.0).scan(b"x")


@given(said=some.binary(max_size=80))
@hypothesis_settings(max_examples=60)
def test_no_garbage_is_ever_taken_for_clean(said):
    with fake_clamd(saying(said)) as clamd:
        try:
            verdict = Clamd(clamd.address, whole_seconds=2.0).scan(b"x")
        except (ScannerDown, Unscannable):
            return
    assert said.startswith(b"stream: ")
    assert isinstance(verdict, Infected) == (b" FOUND\0" in said)


def test_an_answer_in_pieces_is_an_answer():
    with fake_clamd(saying(b"str", b"eam: O", b"K\0", pause=0.05)) as clamd:
        assert Clamd(clamd.address).scan(b"x") == Clean(ENGINE)


@pytest.mark.parametrize("said", [b"", b"\0", b"SSH-2.0-OpenSSH\r\n\0", b"UNKNOWN COMMAND\0"])
def test_what_is_no_clamd_is_not_asked_further(said):
    with fake_clamd(version=said) as clamd, pytest.raises(ScannerDown):
        Clamd(clamd.address, whole_seconds=1.0).scan(b"x")
    assert clamd.heard == []


def test_a_server_that_never_reads_is_given_up_in_time():
    began = time.monotonic()
    with fake_clamd(deaf=True) as clamd, pytest.raises(ScannerDown):
        Clamd(clamd.address, whole_seconds=1.0).scan(bytes(20_000_000))
    assert time.monotonic() - began < 5


def test_an_answer_that_drips_is_given_up_in_time():
    began = time.monotonic()
    with fake_clamd(saying(*[b"s"] * 600, pause=0.02)) as clamd, pytest.raises(ScannerDown):
        Clamd(clamd.address, whole_seconds=1.0).scan(b"x")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/nowhere/clamd.sock", "unix:/nowhere"])
def test_nobody_there_is_a_scanner_that_is_down(address):
    with pytest.raises(ScannerDown, match="clamd at"):
        Clamd(address).scan(b"x")


def test_a_line_cut_in_the_middle_of_the_stream_is_a_scanner_that_is_down():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        import threading  # noqa: PLC0415 - for this rude server alone

        def rude():
            for _ in range(2):
                line, _ = listening.accept()
                if line.recv(9) == b"zVERSION\0":
                    line.sendall(VERSION)
                else:
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                line.close()

        threading.Thread(target=rude, daemon=True).start()
        with pytest.raises(ScannerDown):
            Clamd(f"127.0.0.1:{listening.getsockname()[1]}").scan(bytes(3_000_000))


def test_the_environment_chooses(settings):
    settings.SCANNER = ""
    assert scanner() is None
    settings.SCANNER = "/run/clamav/clamd.ctl"
    assert scanner() == Clamd("/run/clamav/clamd.ctl")


def zipped(content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.png", content)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(not real_clamd_is_here(), reason="clamd is not installed here")
def test_clamd_itself_is_understood(short):
    with real_clamd(short) as address:
        clamd = Clamd(address)
        said = {
            "plain text": clamd.scan(b"Objet;Montant\n"),
            "3 MB of zeros": clamd.scan(bytes(3_000_000)),
            "EICAR": clamd.scan(EICAR),
            "EICAR after a text": clamd.scan(b"Objet;Montant\n" * 100 + EICAR),
            "EICAR in a zip": clamd.scan(zipped(EICAR)),
        }
        with pytest.raises(Unscannable, match="size limit") as large:
            clamd.scan(bytes(12_000_000 + 600_000))
    for what, verdict in said.items():
        print(f"  {what}: {verdict}")
    print(f"  12.6 MB where StreamMaxLength is 12M: {large.value}")
    assert large.value.for_good
    assert [isinstance(verdict, Infected) for verdict in said.values()] == [
        False, False, True, True, True,
    ]  # fmt: skip
    assert all(verdict.engine.startswith("ClamAV") for verdict in said.values())
