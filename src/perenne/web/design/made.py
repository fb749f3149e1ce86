"""What every page loads is made from its sources: one style sheet, one script, small fonts.

Sheets and scripts are written apart, each with one idea, and put end to end; fonts are cut down.
A static file finder gives what is made, like any file.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

from perenne.web.design import fonts

WRITTEN = Path(__file__).parent / "static" / "design"
IN_ORDER = ("tokens", "base", "layout", "components", "forms", "arrangements")
JOINED = "design/css/pages.css"
SCRIPTS = ("swaps", "files", "copy", "dialogs", "errors")
"""They share one scope: no two of them may declare the same name."""
FONTS = ("Regular.ttf", "It.otf", "Semibold.ttf", "Bold.ttf")

SOURCES: dict[str, tuple[Path, ...]] = {
    JOINED: tuple(WRITTEN / "css" / f"{name}.css" for name in IN_ORDER),
    "design/js/pages.js": tuple(WRITTEN / "js" / f"{name}.js" for name in SCRIPTS),
} | {
    f"design/fonts/{Path(name).stem}.woff2": (settings.FONT_FOLDER / f"SourceSansPro-{name}",)
    for name in FONTS
}


class MadeFiles(BaseFinder):
    """What is made stands in the committee's own folder, never among the sources."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(settings.MADE_FILES_FOLDER)

    def check(self, **_kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        found = [self._made(path)] if path in SOURCES else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for path in SOURCES:
            self._made(path)
            yield path, self.storage

    def _made(self, path: str) -> str:
        """Made again when a source, or the way of making it, is newer."""
        sources, target = SOURCES[path], Path(self.storage.path(path))
        newest = max(file.stat().st_mtime for file in (*sources, *MAKERS))
        if not target.exists() or target.stat().st_mtime <= newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            written = target.with_suffix(f".{os.getpid()}")
            written.write_bytes(made_from(sources))
            written.replace(target)
        return str(target)


MAKERS = (Path(__file__), Path(fonts.__file__))


def made_from(sources: tuple[Path, ...]) -> bytes:
    """Texts end to end, or a font cut down."""
    if sources[0].suffix in {".css", ".js"}:
        return b"\n".join(source.read_bytes() for source in sources)
    return fonts.cut(sources[0])
