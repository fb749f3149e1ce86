"""What the log says of a request: the pattern of its page, never its address, often a secret."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest

from perenne.kit.journal.correlation import correlation

NOWHERE = "no page"


def without_addresses() -> Callable[[logging.LogRecord], bool]:
    """A filter: the path of a request gives way to the pattern that it fits."""

    def cleaned(record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            secret = (request.path, request.path_info, request.get_full_path())
            record.args = tuple(_page(request) if one in secret else one for one in record.args)
        return True

    return cleaned


def _page(request: HttpRequest) -> str:
    found = request.resolver_match
    return f"/{found.route}" if found else NOWHERE


class AsJson(logging.Formatter):
    """One object a line; `correlation` is the number that the journal bears too."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "correlation": correlation(),
            "process": record.process,
        }
        if record.exc_info:
            told["fault"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)
