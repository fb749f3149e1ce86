"""Which request or which job is at work: what it writes in the journal bears its number."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

_current: ContextVar[str] = ContextVar("correlation", default="")
Answer = Callable[[HttpRequest], HttpResponse]


def correlation() -> str:
    """Empty when nothing was asked by anybody: a command, a test."""
    return _current.get()


@contextmanager
def correlated(number: str) -> Iterator[None]:
    before = _current.set(number)
    try:
        yield
    finally:
        _current.reset(before)


def of_request(answer: Answer) -> Answer:
    """A middleware. The number is ours: one that a stranger sends could imitate another."""

    def enter(request: HttpRequest) -> HttpResponse:
        with correlated(f"request {uuid4().hex}"[:40]):
            return answer(request)

    return enter


def of_job(process: Callable[[], Any], context: Any, _worker: Any) -> Any:
    """A middleware of tasks."""
    with correlated(f"job {context.job.id}"):
        return process()
