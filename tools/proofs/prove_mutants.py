"""Faults sown one by one in the rules (mutmut): the tests of each package see at least 90 %."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bound import bound
from table import conclude, row
from undecorated import undecorated

ROOT = Path(__file__).parents[2]
PROMISE = 90  # percent of the mutants of each package
PACKAGES = ("calibration", "eligibility", "globalisation", "penalties")
SHARED_TESTS = ()
BOUND = 3_600  # seconds for the whole proof
CAUGHT = {"killed", "timeout", "caught by type check", "segfault"}
WIDTHS = (16, 8, 8, 9, 10, 8)

SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
also_copy = ["conftest.py", "tests"]
only_mutate = ["src/perenne/rules/{package}/*"]
do_not_mutate = ["*/test_*"]
pytest_add_cli_args_test_selection = [{tests}]
pytest_add_cli_args = [
    "-p", "no:django", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cov",
    "--import-mode=importlib", "-W", "ignore",
]
track_dependencies = false
use_git_change_detection = false
use_setproctitle = false

[tool.pytest.ini_options]
pythonpath = ["src", "."]
"""
# The same examples for each mutant: what is caught today is caught tomorrow.
CONFTEST = """
import hypothesis

hypothesis.settings.register_profile(
    "mutants", deadline=None, max_examples=40, derandomize=True, database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
hypothesis.settings.load_profile("mutants")
"""


def main(asked: list[str]) -> int:
    bound(BOUND)
    row(WIDTHS, ("package", "mutants", "caught", "survived", "share", "seconds"))
    broken, survivors = [], []
    for package in asked or PACKAGES:
        began = time.monotonic()
        verdicts = mutated(package)
        counts = Counter(verdict in CAUGHT for verdict in verdicts.values())
        share = 100 * counts[True] / max(1, len(verdicts))
        seconds = int(time.monotonic() - began)
        row(
            WIDTHS, (package, len(verdicts), counts[True], counts[False], f"{share:.1f} %", seconds)
        )
        survivors += [name for name, verdict in verdicts.items() if verdict not in CAUGHT]
        if share < PROMISE:
            broken.append(f"{package}: {share:.1f} % of the mutants are seen.")
    print("\nSurvivors:", *sorted(survivors), sep="\n  ")
    return conclude(f"at least {PROMISE} % of the mutants of each package are seen.", broken)


def mutated(package: str) -> dict[str, str]:
    """Each mutant and what became of it."""
    with tempfile.TemporaryDirectory(prefix="perenne-proof-") as folder:
        place = Path(folder)
        lay_out(place, package)
        mutmut(place, "run", "--max-children", str(os.cpu_count() or 1))
        told = mutmut(place, "results", "--all", "true")
    lines = (line.strip().rpartition(": ") for line in told.splitlines() if "__mutmut_" in line)
    return {name: verdict for name, _, verdict in lines}


def lay_out(place: Path, package: str) -> None:
    """The pure floors alone, their rules undecorated, with what their tests import."""
    leave = shutil.ignore_patterns("__pycache__")
    for floor in ("rules", "values"):
        shutil.copytree(ROOT / "src/perenne" / floor, place / "src/perenne" / floor, ignore=leave)
    (place / "src/perenne/__init__.py").touch()
    (place / "tests").mkdir()
    for module in ROOT.glob("tests/*.py"):
        shutil.copy(module, place / "tests")
    for module in (place / "src/perenne/rules" / package).rglob("*.py"):
        if not module.name.startswith("test_"):
            module.write_text(undecorated(module.read_text()))
    tests = [f"src/perenne/rules/{package}", *(f"src/perenne/rules/{it}" for it in SHARED_TESTS)]
    quoted = ", ".join(f'"{test}"' for test in tests)
    (place / "pyproject.toml").write_text(SETTINGS.format(package=package, tests=quoted))
    (place / "conftest.py").write_text(CONFTEST)


def mutmut(place: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "mutmut", *words],
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stdout[-4_000:])
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
