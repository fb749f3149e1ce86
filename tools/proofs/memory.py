"""How much memory processes took at most, as the kernel counted it."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

BREATH = 0.01  # seconds between two looks
SANDBOX = b"perenne.kit.sheets.child"


class Watch(threading.Thread):
    """Looks at a session of processes; peaks in megabytes, of the server and of the sandbox."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.server = self.sandbox = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(BREATH):
            self.look()

    def look(self) -> None:
        for process in processes_of(self.session):
            with suppress(OSError, IndexError):
                inside = SANDBOX in (process / "cmdline").read_bytes()
                peak = peak_of(process)
                if inside:
                    self.sandbox = max(self.sandbox, peak)
                else:
                    self.server = max(self.server, peak)

    def forget_sandbox(self) -> None:
        self.sandbox = 0

    def stop(self) -> None:
        self._over.set()
        self.join()


def processes_of(session: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            # "pid (name) state ppid pgrp session …": the name may hold anything
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                yield process


def peak_of(process: Path) -> int:
    said = (process / "status").read_text().split("VmHWM:")[1].split()[0]
    return int(said) // 1000
