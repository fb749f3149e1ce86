"""What every page loads travels as one style sheet and one script, not as ten small answers.

They are written apart, each with one idea; a static file finder puts them end to end.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

SOURCES = Path(__file__).parent / "static"
IN_ORDER = ("tokens", "base", "layout", "components", "forms", "arrangements")
JOINED = "design/css/pages.css"
JOINED_FROM: Mapping[str, tuple[str, ...]] = {
    JOINED: tuple(f"design/css/{name}.css" for name in IN_ORDER),
    "design/js/pages.js": tuple(
        f"design/js/{name}.js" for name in ("swaps", "files", "copy", "dialogs")
    ),
}
"""The modules share one scope: no two of them may declare the same name."""


class JoinedSheets(BaseFinder):
    """The joined files stand under the committee's own folder, never among the sources."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(settings.JOINED_SHEETS_FOLDER)

    def check(self, **_kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        found = [self._joined(path)] if path in JOINED_FROM else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for path in JOINED_FROM:
            self._joined(path)
            yield path, self.storage

    def _joined(self, path: str) -> str:
        """Written again only when a source changed: its age says whether statics are fresh."""
        text = "\n".join((SOURCES / source).read_text() for source in JOINED_FROM[path])
        target = Path(self.storage.path(path))
        if not target.exists() or target.read_text() != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            written = target.with_suffix(f".{os.getpid()}")
            written.write_text(text)
            written.replace(target)
        return str(target)
