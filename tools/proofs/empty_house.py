"""A database of its own for a proof: made empty, migrated, stopped, then deleted or kept."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def empty_house() -> Iterator[Path]:
    """Inside, Django is ready: what needs its apps is to be imported there."""
    with tempfile.TemporaryDirectory(prefix="perenne-proof-") as home, house_at(Path(home)):
        yield Path(home)


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
