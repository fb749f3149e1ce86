"""The style sheets that a page waits for travel as one file: one answer instead of six.

They are written apart, each with one idea; a static file finder puts them end to end.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

SOURCES = Path(__file__).parent / "static/design/css"
IN_ORDER = ("tokens", "base", "layout", "components", "forms", "arrangements")
JOINED = "design/css/pages.css"


class JoinedSheets(BaseFinder):
    """The joined file stands under the committee's own folder, never among the sources."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(settings.JOINED_SHEETS_FOLDER)

    def check(self, **_kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        found = [self._joined()] if path == JOINED else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        self._joined()
        yield JOINED, self.storage

    def _joined(self) -> str:
        """Written again only when a source changed: its age says whether statics are fresh."""
        text = "\n".join((SOURCES / f"{name}.css").read_text() for name in IN_ORDER)
        target = Path(self.storage.path(JOINED))
        if not target.exists() or target.read_text() != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            written = target.with_suffix(f".{os.getpid()}")
            written.write_text(text)
            written.replace(target)
        return str(target)
