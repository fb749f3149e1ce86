"""Where the house stands, and the files that make it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import perenne

HOUSE = Path(perenne.__path__[0])
ROOT = HOUSE.parents[1]
CODE = sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)
BUILT = [
    path
    for path in CODE
    if "tests" not in path.parts and not path.name.startswith(("test_", "conftest"))
]
TEMPLATES = sorted(HOUSE.rglob("*.html"))
PAGES = sorted(path.parent for path in HOUSE.glob("web/*/*/view.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def at_fault(paths: Iterable[Path], wrong: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong, by file. One test looks at all of them: ten thousand small ones cost more
    than what they look at."""
    return {named(path): fault for path in paths if (fault := wrong(path))}
