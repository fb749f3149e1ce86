"""clamd, by INSTREAM over a Unix or TCP socket (manual page clamd(8), « COMMANDS »)."""

from __future__ import annotations

import re
import socket
import struct
import time
from dataclasses import dataclass

from perenne.kit.scanner.port import Clean, Infected, ScannerDown, Unscannable, Verdict

CHUNK = 65_536
ANSWER = 4_096
DEFAULT_PORT = 3_310
SAID = re.compile(r"stream: (?:(?P<clean>OK)|(?P<threat>.{1,200}) FOUND)", re.DOTALL)
TOO_LARGE = "size limit exceeded"


@dataclass(frozen=True, slots=True)
class Clamd:
    """`address`: /path, unix:/path, host:port or tcp://host:port."""

    address: str
    connect_seconds: float = 2.0
    whole_seconds: float = 20.0
    """For one file, however slowly the answer drips."""

    def scan(self, content: bytes) -> Verdict:
        """Raises ScannerDown when there is no answer that means anything."""
        deadline = time.monotonic() + self.whole_seconds
        engine = self._version(deadline)
        said = self._ask(b"zINSTREAM\0", content, deadline)
        found = SAID.fullmatch(said)
        if found and found["clean"]:
            return Clean(engine)
        if found:
            return Infected(engine, found["threat"])
        if said.endswith("ERROR"):
            raise Unscannable(said[:200], for_good=TOO_LARGE in said)
        raise ScannerDown(f"clamd said {said[:200]!r}")

    def _version(self, deadline: float) -> str:
        said = self._ask(b"zVERSION\0", None, deadline)
        if not said.startswith("ClamAV"):
            raise ScannerDown(f"clamd said {said[:200]!r} when asked for its version")
        return said[:200]

    def _ask(self, order: bytes, content: bytes | None, deadline: float) -> str:
        try:
            with self._connected() as line:
                refused = _sent(line, order, content, deadline)
                said = _answered(line, deadline)
        except OSError as trouble:
            raise ScannerDown(f"clamd at {self.address}: {trouble}") from trouble
        if not said:
            raise ScannerDown(f"clamd hung up{f' ({refused})' if refused else ''}")
        return said

    def _connected(self) -> socket.socket:
        bare = self.address.removeprefix("unix:").removeprefix("tcp://")
        if bare.startswith("/"):
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(self.connect_seconds)
            try:
                line.connect(bare)
            except OSError:
                line.close()
                raise
            return line
        host, _, port = bare.rpartition(":") if ":" in bare else (bare, "", DEFAULT_PORT)
        place = (host.strip("[]"), int(port))
        return socket.create_connection(place, timeout=self.connect_seconds)


def _sent(
    line: socket.socket, order: bytes, content: bytes | None, deadline: float
) -> OSError | None:
    """What broke the line: clamd hangs up on a stream too large, having said why."""
    try:
        _send(line, order, deadline)
        if content is not None:
            for at in range(0, len(content), CHUNK):
                chunk = content[at : at + CHUNK]
                _send(line, struct.pack("!I", len(chunk)) + chunk, deadline)
            _send(line, struct.pack("!I", 0), deadline)
    except TimeoutError:
        raise
    except OSError as broken:
        return broken
    return None


def _send(line: socket.socket, part: bytes, deadline: float) -> None:
    line.settimeout(_left(deadline))
    line.sendall(part)


def _answered(line: socket.socket, deadline: float) -> str:
    """Up to the NUL that ends an answer; an answer without end is no answer."""
    said = b""
    while b"\0" not in said:
        line.settimeout(_left(deadline))
        part = line.recv(ANSWER)
        if not part:
            return ""
        said += part
        if len(said) > ANSWER:
            raise ScannerDown("clamd speaks without end")
    return said.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("no time is left")
    return left
