"""For machines that watch the server: does it live, is it ready, what does it count."""

from hmac import compare_digest

from django.conf import settings
from django.http import Http404, HttpResponse

from perenne.kit.metrics import NotReadyError, backlog, ready, written
from perenne.kit.pages import Visit, public

TEXT = "text/plain; charset=utf-8"


@public
def live(request: Visit) -> HttpResponse:
    """The process answers: it need not be started again. Asks nothing of the database."""
    return HttpResponse("vivant\n", content_type=TEXT)


@public
def is_ready(request: Visit) -> HttpResponse:
    """Visitors may be sent here; 503, with the reason, when they may not."""
    try:
        ready()
    except NotReadyError as reason:
        return HttpResponse(f"{reason}\n", status=503, content_type=TEXT)
    return HttpResponse("prêt\n", content_type=TEXT)


@public
def metrics(request: Visit) -> HttpResponse:
    """OpenMetrics, for whoever holds PERENNE_METRICS_TOKEN; without that variable, nothing."""
    expected = f"Bearer {settings.METRICS_TOKEN}".encode()
    if not settings.METRICS_TOKEN or not compare_digest(
        request.headers.get("Authorization", "").encode(), expected
    ):
        raise Http404
    text, kind = written(backlog)
    return HttpResponse(text, content_type=kind)
