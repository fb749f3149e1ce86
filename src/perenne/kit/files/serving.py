"""The answer that carries a file: saved by the browser, and never shown or run by it."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import StreamingHttpResponse

from perenne.kit.files.giving import GivenFile
from perenne.kit.files.naming import attachment

CHUNK = 65_536


def serve(file: GivenFile) -> StreamingHttpResponse:
    """Whole, whatever range is asked for: a part of a file is not a file."""
    return StreamingHttpResponse(
        _chunks(file.content),
        content_type=file.media_type,
        headers={
            "Content-Disposition": attachment(file.name),
            "Content-Length": str(len(file.content)),
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "private, no-store",
            "Accept-Ranges": "none",
        },
    )


def _chunks(content: bytes) -> Iterator[bytes]:
    for at in range(0, len(content), CHUNK):
        yield content[at : at + CHUNK]
