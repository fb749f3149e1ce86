"""A middleware: which server reads for a request, where the environment names replicas (0021).

Whatever may write is asked of the primary, which then says how far its log went; a cookie keeps
that place for a minute, and only a replica that has come so far answers the same browser. A page
that turns out to write is made again on the primary, and asked there from then on.
"""

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from prometheus_client import Counter

from perenne.kit.replicas import LAST, Abandoned, Followers, place_in, read_from
from perenne.kit.replicas.following import WRITTEN
from perenne.kit.replicas.reading import Why

Answer = Callable[[HttpRequest], HttpResponse]
SAFE = {"GET", "HEAD"}
OF_THE_PRIMARY = ("/metriques/",)
"""What these pages tell is the primary’s."""
KEPT = 60
"""Seconds that a browser remembers where it wrote: far longer than a replica may be late."""
UNSURE = 400
"""From this status on an answer may come from being late (a link that was just sent): the primary
is asked again before anybody is told."""
READS = Counter("perenne_reads", "Pages asked for, by the server that read for them.", ["server"])


class Reads:
    def __init__(self, answer: Answer) -> None:
        if not settings.REPLICAS:
            raise MiddlewareNotUsed
        self.answer = answer
        self.followers = Followers(settings.REPLICAS)
        self.writing: set[str] = set()
        """Names of pages that wrote when they were asked for."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE or self._is_known_to_write(request):
            return noted(self.answer(request))
        if request.path_info.startswith(OF_THE_PRIMARY):
            return self.answer(request)
        self.followers.begin()
        place = place_in(request.COOKIES.get(settings.PLACE_COOKIE_NAME, ""))
        alias = self.followers.fit(place, now=monotonic())
        return self._from(alias, request) if alias else self._from_the_primary(request)

    def _from(self, alias: str, request: HttpRequest) -> HttpResponse:
        """What was attached to the request by an attempt that is given up goes with it."""
        before = dict(vars(request))
        try:
            with read_from(alias):
                given = self.answer(request)
            if given.status_code < UNSURE:
                READS.labels(alias).inc()
                return given
            why = None
        except Abandoned as abandoned:
            why = abandoned.why
        match = request.resolver_match
        vars(request).clear()
        vars(request).update(before)
        READS.labels("again").inc()
        if why is Why.CUT:
            self.followers.lost(alias)
        if why is Why.WRITES:
            if match:  # the page itself, not the door that it never passed
                self.writing.add(match.view_name)
            return noted(self.answer(request))
        return self.answer(request)

    def _from_the_primary(self, request: HttpRequest) -> HttpResponse:
        READS.labels("primary").inc()
        return self.answer(request)

    def _is_known_to_write(self, request: HttpRequest) -> bool:
        try:
            return bool(self.writing) and resolve(request.path_info).view_name in self.writing
        except Resolver404:
            return False


def noted(given: HttpResponse) -> HttpResponse:
    """The browser is told how far the log of the primary went."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(WRITTEN)
            place = str(cursor.fetchone()[0])
    except Error:  # cut since: for a minute nothing else than the primary will do
        place = LAST
    given.set_cookie(
        settings.PLACE_COOKIE_NAME,
        place,
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return given
