"""A database of its own for a proof: made empty, migrated, stopped, then deleted or kept.

The tables are made once for one state of the migrations; the next proofs begin with a copy.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

KEPT = Path(__file__).resolve().parents[2] / ".local"


@contextmanager
def empty_house() -> Iterator[Path]:
    """Inside, Django is ready: what needs its apps is to be imported there."""
    with tempfile.TemporaryDirectory(prefix="perenne-proof-") as name:
        home = Path(name)
        _as_it_was_made(home)
        with house_at(home):
            yield home


@contextmanager
def house_at(home: Path) -> Iterator[None]:
    """The one that is there, or a new one: brought up to date, and stopped."""
    os.environ["PERENNE_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "perenne.config.settings"
    os.environ.pop("DATABASE_URL", None)
    import django  # noqa: PLC0415 - once the home is named
    from django.conf import settings  # noqa: PLC0415

    settings.CLUSTER.enter()
    try:
        django.setup()
        from perenne.kit.tenancy import within  # noqa: PLC0415
        from perenne.ops.tables import bring_up_to_date  # noqa: PLC0415

        bring_up_to_date()
        with within(settings.COMMITTEES[0]):
            yield
    finally:
        settings.CLUSTER.leave()


def _as_it_was_made(home: Path) -> None:
    from perenne.kit.testing.tables import print_of_migrations  # noqa: PLC0415 - when it is asked

    kept = KEPT / f"empty-house-{print_of_migrations()}"
    if not kept.exists():
        with house_at(home):
            pass
        for old in KEPT.glob("empty-house-*"):
            shutil.rmtree(old, ignore_errors=True)
        beside = KEPT / f"making-{os.getpid()}"
        with suppress(OSError):  # another proof was quicker, or the cluster lies elsewhere
            shutil.copytree(home / "database", beside).rename(kept)
        shutil.rmtree(beside, ignore_errors=True)
    elif not (home / "database").exists():
        shutil.copytree(kept, home / "database")
