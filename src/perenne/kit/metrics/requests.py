"""How long each page takes. A page is told by its name: an address may hold the token of a link."""

from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse
from prometheus_client import REGISTRY, CollectorRegistry, Histogram
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from prometheus_client.values import MutexValue, ValueClass

Answer = Callable[[HttpRequest], HttpResponse]
NOWHERE = "nowhere"
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds
SECONDS = Histogram(
    "perenne_request_seconds",
    "Time to answer a request, by the name of its page and the kind of answer.",
    ["page", "answer"],
    buckets=BUCKETS,
)


def timed(answer: Answer) -> Answer:
    """A middleware."""

    def enter(request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        given = answer(request)
        found = request.resolver_match
        page = (found and found.view_name) or NOWHERE
        SECONDS.labels(page, f"{given.status_code // 100}xx").observe(perf_counter() - began)
        return given

    return enter


def written(*more: Collector) -> tuple[bytes, str]:
    """Everything counted, and its content type. With PROMETHEUS_MULTIPROC_DIR, of all processes."""
    shown = CollectorRegistry()
    if ValueClass is not MutexValue:
        MultiProcessCollector(shown)  # type: ignore[no-untyped-call]  # theirs has no types
    else:
        shown.register(REGISTRY)
    for collector in more:
        shown.register(collector)
    text: bytes = generate_latest(shown)  # type: ignore[no-untyped-call]  # nor has this one
    return text, CONTENT_TYPE_LATEST
