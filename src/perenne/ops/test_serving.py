"""`./run demo` for real: what it answers, and that it leaves nothing behind; `screen` before it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from perenne.ops import serving
from perenne.ops.serving import free_port, stop

PATIENCE = 400  # seconds for an empty machine to answer, however busy
TABLE = "Objet;Montant HT;Lieu\nConstruction d’une école;4 200 000;Meaux\nTotal;4 200 000;\n"


def taken(port):
    listener = socket.socket()
    listener.bind(("127.0.0.1", port))
    listener.listen()
    return listener


def test_the_port_wished_is_given_when_nobody_listens_there():
    with taken(0) as listener:
        port = listener.getsockname()[1]
    assert free_port(port) == port


def test_a_port_that_is_taken_gives_the_next_free_one():
    with ExitStack() as busy:
        first = free_port(20_000)
        busy.enter_context(taken(first))
        second = free_port(first)
        busy.enter_context(taken(second))
        assert first < second < free_port(first)


@pytest.mark.parametrize("wished", [65_536, 70_000])
def test_when_no_port_is_left_a_sentence_says_so(wished):
    with pytest.raises(OSError, match="choose another one with --port"):
        free_port(wished)


def test_a_child_that_does_not_listen_is_killed_in_the_end_with_its_own_children(monkeypatch):
    monkeypatch.setattr("perenne.ops.serving.FAREWELL", 0.5)
    words = (
        "import os, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); os.fork();"
        # One write each: two processes printing at once may cut each other's lines.
        r"os.write(1, b'%d\n' % os.getpid()); time.sleep(60)"
    )
    deaf = subprocess.Popen(
        [sys.executable, "-c", words], stdout=subprocess.PIPE, start_new_session=True, text=True
    )
    with deaf:
        family = [int(deaf.stdout.readline()) for _ in range(2)]
        stop([deaf])
        assert deaf.stdout.read() == ""  # nobody holds the other end any more
    assert deaf.returncode == -signal.SIGKILL
    assert deaf.pid in family


def ours(home):
    """Every living process that was started for this home: server, worker, PostgreSQL."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
            state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
            if str(home).encode() in words and state != "Z":
                found[int(entry.name)] = (entry / "cmdline").read_text().replace("\0", " ")
    return found


def gone(home):
    """What is left, once the dying have had time to die."""
    deadline = time.monotonic() + 10
    while (left := ours(home)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


def environment(home):
    return {
        **os.environ,
        "PERENNE_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "SPT_NOENV": "1",  # setproctitle, where it is installed, would hide the home from `ours`
    }


def screened(home):
    """What `./run manage screen - --json` prints of a table."""
    command = [sys.executable, "-m", "perenne.config", "screen", "-", "--json"]
    asked = {"env": environment(home), "capture_output": True, "text": True}
    done = subprocess.run(command, input=TABLE, check=True, timeout=PATIENCE, **asked)
    return done.stdout


@contextmanager
def demo(home, *arguments):
    command = [sys.executable, "-u", "-m", "perenne.config", "demo", "--port", "18077", *arguments]
    running = subprocess.Popen(
        command,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with running:
        try:
            yield running
        finally:
            running.kill()
            for pid in ours(home):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def welcomed(running):
    """The port that the welcome names."""
    deadline = time.monotonic() + PATIENCE
    told = []
    for line in running.stdout:
        told.append(line)
        if "http://127.0.0.1:" in line:
            return int(line.split("http://127.0.0.1:")[1].split("/")[0])
        assert time.monotonic() < deadline
    raise AssertionError("".join(told))


def status(port, address="/"):
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", address, headers={"Host": "localhost"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """One home for all: the demo is built once, and found again."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.slow
class TestTheDemo:
    def test_a_table_is_screened_on_an_empty_machine_then_it_is_built_and_leaves_nothing(
        self, home
    ):
        lines = json.loads(screened(home))["lines"]
        assert [line["kind"] for line in lines] == ["heading", "purchase", "total"]
        assert gone(home) == {}
        port = free_port(18_077)
        with demo(home, "--once") as running:
            told, _ = running.communicate(timeout=PATIENCE)
            assert running.returncode == 0, told
            assert gone(home) == {}
        assert "acheteuse@demo.example" in told
        assert f"Pérenne: http://127.0.0.1:{port}/" in told

    def test_asked_to_leave_once_or_in_a_hurry_it_leaves_nothing(self, home):
        for asked in ([signal.SIGTERM], [signal.SIGINT], [signal.SIGINT] * 3):
            with demo(home) as running:
                port = welcomed(running)
                assert status(port)[0] == 200
                assert "Pérenne" in status(port, "/connexion/")[1]
                assert len(ours(home)) >= 3
                for one in asked:
                    running.send_signal(one)
                    time.sleep(0.2)
                running.communicate(timeout=PATIENCE)
                assert running.returncode == 130
                assert gone(home) == {}

    def test_a_server_that_dies_is_said_and_stops_the_rest(self, home):
        with demo(home) as running:
            welcomed(running)
            for pid, command in ours(home).items():
                if "granian" in command:
                    os.kill(pid, signal.SIGKILL)
            told, _ = running.communicate(timeout=PATIENCE)
            assert running.returncode == 1
            assert "has stopped" in told
            assert gone(home) == {}

    def test_a_port_that_does_not_exist_is_refused_by_a_sentence(self, home):
        with demo(home, "--port", "70000") as running:
            told, _ = running.communicate(timeout=PATIENCE)
        assert "choose another one with --port" in told
        assert "Traceback" not in told
        assert gone(home) == {}


@pytest.mark.parametrize(("said", "given"), [(None, "offered"), ("required", "required")])
def test_the_children_of_the_demo_offer_a_second_factor_unless_told_otherwise(
    monkeypatch, said, given
):
    monkeypatch.delenv("PERENNE_SECOND_FACTOR", raising=False)
    if said:
        monkeypatch.setenv("PERENNE_SECOND_FACTOR", said)
    started = {}
    monkeypatch.setattr(serving.subprocess, "Popen", lambda command, **known: started.update(known))
    serving._child("perenne.config")
    assert started["env"]["PERENNE_SECOND_FACTOR"] == given
