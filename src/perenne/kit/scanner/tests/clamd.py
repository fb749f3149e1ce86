"""A server that speaks as clamd does, or as badly as a test asks; and clamd itself, where it is."""

from __future__ import annotations

import shutil
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path

# In two parts, so that no antivirus takes this file for what it makes.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + rb"ANTIVIRUS-TEST-FILE!$H+H*"
VERSION = b"ClamAV 1.4.6/27000/Thu Nov 26 2026\0"
PATIENCE = 60

Manner = Callable[[socket.socket, bytes], None]


@dataclass
class Fake:
    """`heard`: each stream that was sent whole. `most`: StreamMaxLength."""

    manner: Manner
    most: int
    version: bytes
    deaf: bool
    listening: socket.socket
    heard: list[bytes] = field(default_factory=list)
    lines: list[socket.socket] = field(default_factory=list)

    @property
    def address(self) -> str:
        name = self.listening.getsockname()
        return name if isinstance(name, str) else f"{name[0]}:{name[1]}"

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self.listening.accept()
                self.lines.append(line)
                if not self.deaf:
                    threading.Thread(target=self.answer, args=(line,), daemon=True).start()

    def answer(self, line: socket.socket) -> None:
        with suppress(OSError), line:
            order = until_nul(line)
            if order == b"zVERSION":
                line.sendall(self.version)
            elif order == b"zINSTREAM":
                self.answer_on(line, chunks(line, self.most))
            else:
                line.sendall(b"UNKNOWN COMMAND\0")

    def answer_on(self, line: socket.socket, stream: bytes | None) -> None:
        if stream is None:
            line.sendall(b"INSTREAM size limit exceeded. ERROR\0")
        else:
            self.heard.append(stream)
            self.manner(line, stream)

    def stop(self) -> None:
        with suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for line in self.lines:
            line.close()


def honest(line: socket.socket, stream: bytes) -> None:
    line.sendall(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in stream else b"stream: OK\0")


def saying(*parts: bytes, pause: float = 0.0) -> Manner:
    def answer(line: socket.socket, _stream: bytes) -> None:
        for part in parts:
            line.sendall(part)
            time.sleep(pause)

    return answer


@contextmanager
def fake_clamd(
    manner: Manner = honest,
    *,
    path: Path | None = None,
    most: int = 25_000_000,
    version: bytes = VERSION,
    deaf: bool = False,
) -> Iterator[Fake]:
    """`deaf`: takes calls and never reads."""
    listening = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    listening.bind(str(path) if path else ("127.0.0.1", 0))
    listening.listen(8)
    fake = Fake(manner, most, version, deaf, listening)
    threading.Thread(target=fake.serve, daemon=True).start()
    try:
        yield fake
    finally:
        fake.stop()


def until_nul(line: socket.socket) -> bytes:
    said = b""
    while not said.endswith(b"\0"):
        said += exactly(line, 1)
    return said[:-1]


def chunks(line: socket.socket, most: int) -> bytes | None:
    """None when they exceed the limit: clamd says so at once, and hangs up."""
    stream = b""
    while size := struct.unpack("!I", exactly(line, 4))[0]:
        if len(stream) + size > most:
            return None
        stream += exactly(line, size)
    return stream


def exactly(line: socket.socket, size: int) -> bytes:
    got = b""
    while len(got) < size:
        part = line.recv(size - len(got))
        if not part:
            raise OSError("hung up")
        got += part
    return got


def real_clamd_is_here() -> bool:
    return shutil.which("clamd", path="/usr/sbin:/usr/bin:/usr/local/sbin") is not None


@contextmanager
def real_clamd(home: Path) -> Iterator[str]:
    """clamd with a database of one signature, made by hand: the print of the EICAR file.

    It listens on a socket of its own; its address is given once it answers.
    """
    database, path = home / "signatures", home / "clamd.sock"
    database.mkdir()
    (database / "ours.hdb").write_text(f"{md5(EICAR).hexdigest()}:{len(EICAR)}:Eicar-By-Print\n")
    (database / "ours.ndb").write_text(f"Eicar-By-Body:0:*:{EICAR.hex()}\n")
    settings = home / "clamd.conf"
    settings.write_text(
        f"DatabaseDirectory {database}\nLocalSocket {path}\nForeground yes\n"
        f"StreamMaxLength 12M\nLogFile {home / 'clamd.log'}\nTemporaryDirectory {home}\n"
        "OfficialDatabaseOnly no\nMaxThreads 2\n"
    )
    program = shutil.which("clamd", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    with (home / "said").open("wb") as said:
        child = subprocess.Popen(
            [str(program), "--config-file", str(settings)], stdout=said, stderr=said
        )
    try:
        wait_for(path, child, home)
        yield f"unix:{path}"
    finally:
        child.terminate()
        child.wait(PATIENCE)


def wait_for(path: Path, child: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and child.poll() is None:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
            line.connect(str(path))
            line.sendall(b"zPING\0")
            if line.recv(16) == b"PONG\0":
                return
        time.sleep(0.1)
    raise AssertionError((home / "said").read_text() + (home / "clamd.log").read_text())
