"""Each fault planted in a copy of the house makes `./run check` fail; the clean copy passes."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bound import bound
from faults import FAULTS, Fault
from table import conclude, row

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".local", "__pycache__", ".hypothesis", "*.sock")
BOUND = 3_600  # seconds for the whole proof: each check takes a minute or two
LONGEST = 600  # seconds for one check, on a busy machine
STEP = re.compile(r"^(?:\x1b\[1m)?· (.+?)(?:\x1b\[0m)?$", re.MULTILINE)
AT_ONCE = {"PYTEST_ADDOPTS": "-x"}  # the first refusal is enough
FAILED = re.compile(r"^FAILED \S+::(\w+)", re.MULTILINE)
WIDTHS = (60, 32, 5, 60)


def main() -> int:
    bound(BOUND)
    with tempfile.TemporaryDirectory(prefix="perenne-proof-") as folder:
        house = copy_in(Path(folder))
        row(WIDTHS, ("planted", "caught by", "time", "which test"))
        clean = Check(house)
        told(clean, "nothing")
        if clean.step:
            print(clean.words[-3_000:], file=sys.stderr)
            return conclude("a clean copy passes ./run check.", [f"“{clean.step}” refuses it."])
        broken = [sentence for fault in FAULTS if (sentence := tried(house, fault))]
        again = Check(house)
        told(again, "nothing, once all is taken away")
        if again.step:
            broken.append(f"“{again.step}” refuses the copy once all is taken away.")
    return conclude("./run check sees each fault, and nothing where there is none.", broken)


class Check:
    """One run of `./run check`: the step that refused, or none; what it said."""

    def __init__(self, house: Path) -> None:
        began = time.monotonic()
        done = subprocess.run(
            ["./run", "check"],
            cwd=house,
            env={**os.environ, "PERENNE_HOME": str(house / ".local"), **AT_ONCE},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        self.words = done.stdout
        steps = STEP.findall(done.stdout)
        self.step = (steps or ["before any step"])[-1] if done.returncode else ""
        self.test = FAILED.findall(done.stdout)[-1:] if self.step else []
        self.seconds = time.monotonic() - began


def copy_in(folder: Path) -> Path:
    """The tree as it stands, committed or not, with the programs of the original."""
    house = folder / "house"
    shutil.copytree(ROOT, house, ignore=LEFT_OUT, symlinks=True)
    (house / ".venv").symlink_to(ROOT / ".venv")
    return house


def tried(house: Path, fault: Fault) -> str:
    with planted(house, fault):
        found = Check(house)
    told(found, fault.name)
    if not found.step:
        return f"nobody sees: {fault.name}."
    if not found.step.startswith(fault.step):
        return f"{fault.name}: seen by “{found.step}”, and not by “{fault.step}”."
    return ""


@contextmanager
def planted(house: Path, fault: Fault) -> Iterator[None]:
    place = house / fault.path
    before = place.read_text() if place.exists() else None
    place.write_text(fault.spoil(before or ""))
    try:
        yield
    finally:
        if before is None:
            place.unlink()
        else:
            place.write_text(before)


def told(found: Check, name: str) -> None:
    tests = " ".join(found.test)
    row(WIDTHS, (name, found.step or "(passes)", f"{found.seconds:.0f} s", tests))


if __name__ == "__main__":
    sys.exit(main())
