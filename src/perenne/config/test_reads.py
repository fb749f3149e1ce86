"""Who reads for a request: a replica that knows enough, else the primary; a reader is never told
less than they wrote."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from perenne.config.reads import Reads, noted
from perenne.config.watch import is_over
from perenne.kit.actors import VISITOR
from perenne.kit.replicas import LAST, Abandoned, Followers, place_in, read_from
from perenne.kit.replicas.reading import Why
from perenne.kit.tenancy.models import Committee
from perenne.kit.testing.replica import ALIAS, aliased
from perenne.web.account.session_clock import OPENED, SEEN

__all__ = ["aliased"]
pytestmark = pytest.mark.django_db
FAR = place_in("AAAA/0")


@pytest.fixture
def reads(aliased, settings, monkeypatch):
    """Of a site with one replica, which is far."""
    settings.REPLICAS = (aliased,)
    monkeypatch.setattr(Followers, "begin", lambda _self: None)

    def of(answer):
        made = Reads(answer)
        made.followers.replayed(aliased, FAR)
        return made

    return of


def where(_request):
    return HttpResponse(connection.alias)


def asked(reads, path="/", method="get", place=""):
    request = getattr(RequestFactory(), method)(path)
    if place:
        request.COOKIES["perenne-place"] = place
    return reads(request)


def test_without_replicas_nothing_stands_in_the_way(settings):
    assert settings.REPLICAS == ()
    with pytest.raises(MiddlewareNotUsed):
        Reads(where)


@pytest.mark.parametrize(
    ("path", "method", "place", "server"),
    [
        ("/", "get", "", ALIAS),
        ("/", "head", "", ALIAS),
        ("/", "get", "AAAA/0", ALIAS),
        ("/", "get", "une faute", ALIAS),
        ("/", "get", "AAAA/1", "default"),
        ("/", "get", LAST, "default"),
        ("/", "post", "", "default"),
        ("/", "options", "", "default"),
        ("/metriques/", "get", "", "default"),
    ],
)
def test_who_reads(reads, path, method, place, server):
    answer = asked(reads(where), path, method, place)
    assert answer.content.decode() == server
    wrote = method in ("post", "options")
    assert ("perenne-place" in answer.cookies) == wrote


def test_a_replica_asks_nothing_more_of_any_database(reads, django_assert_num_queries):
    with django_assert_num_queries(0):
        asked(reads(where))
    with django_assert_num_queries(1):  # how far the log went
        asked(reads(where), method="post")


def test_what_was_written_is_the_place_that_the_browser_keeps(reads):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()::text")
        (before,) = cursor.fetchone()
    kept = asked(reads(where), method="post").cookies["perenne-place"]
    assert place_in(kept.value) >= place_in(before)
    assert (kept["max-age"], kept["httponly"], kept["samesite"]) == (60, True, "Lax")


def test_a_page_that_writes_is_made_again_then_goes_straight_there(reads):
    seen = []

    def writes(request):
        request.resolver_match = resolve("/questions/")
        assert not hasattr(request, "left_over")
        request.left_over = True
        seen.append(connection.alias)
        Committee.objects.filter(code="aucun").update(name="Aucun")
        return HttpResponse("ok")

    middleware = reads(writes)
    for _ in range(2):
        answer = asked(middleware, "/questions/")
        assert (answer.content, "perenne-place" in answer.cookies) == (b"ok", True)
    assert seen == [ALIAS, "default", "default"]


def test_what_writes_before_any_page_says_nothing_of_the_page(reads):
    def door(_request):
        if connection.alias == ALIAS:
            raise Abandoned(Why.WRITES)
        return HttpResponse()

    middleware = reads(door)
    asked(middleware, "/questions/")
    assert not middleware.writing


@pytest.mark.parametrize("status", [403, 404, 500])
def test_what_a_replica_does_not_find_is_looked_for_again(reads, status):
    middleware = reads(lambda _request: HttpResponse(status=status * (connection.alias == ALIAS)
                                                     or 200))  # fmt: skip
    assert asked(middleware).status_code == 200


def test_one_that_is_cut_is_left_alone_until_it_is_seen_again(reads):
    seen = []

    def cut(_request):
        seen.append(connection.alias)
        if connection.alias == ALIAS:
            raise Abandoned(Why.CUT)
        return HttpResponse()

    middleware = reads(cut)
    asked(middleware)
    asked(middleware)
    assert seen == [ALIAS, "default", "default"]
    middleware.followers.replayed(ALIAS, FAR)
    asked(middleware)
    assert seen[3:] == [ALIAS, "default"]


def test_a_primary_that_goes_meanwhile_is_the_only_one_read_for_a_minute(reads, monkeypatch):
    def cut():
        raise connection.Database.OperationalError

    with monkeypatch.context() as away:
        away.setattr(connection, "cursor", connection.wrap_database_errors(cut))
        kept = noted(HttpResponse()).cookies["perenne-place"]
    assert kept.value == LAST


@pytest.fixture
def site(reads, monkeypatch):
    """Every request through all that stands before a page."""
    monkeypatch.setattr(Followers, "fit", lambda *_arguments, **_now: ALIAS)
    return reads


def test_public_pages_are_read_there(site, client_of):
    browser = client_of(VISITOR)
    for path in ("/questions/", "/sante/prete/"):
        assert browser.get(path).status_code == 200


@pytest.mark.parametrize("session", [{}, {OPENED: 900, SEEN: 930}])
def test_a_session_that_must_be_noted_asks_the_primary(aliased, session):
    visit = SimpleNamespace(session=dict(session), actor=VISITOR)
    with pytest.raises(Abandoned), read_from(aliased):
        is_over(visit, now=1_000)
    assert visit.session == session


def test_one_that_was_noted_a_moment_ago_is_read_anywhere(aliased):
    visit = SimpleNamespace(session={OPENED: 900, SEEN: 990}, actor=VISITOR)
    with read_from(aliased):
        assert not is_over(visit, now=1_000)
