"""What a page lets in. Any view stands for all of them."""

from types import SimpleNamespace

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from perenne.kit.actors import VISITOR, Actor, Role
from perenne.kit.pages import VISITOR_KEY, page, public, with_key
from perenne.kit.refusals import NotFound

BUYER = Actor(Role.BUYER, person_id=1, organisation_id=1)


def visit(actor, address="/clauses/12/?vue=lot"):
    request = RequestFactory().get(address)
    request.actor, request.session = actor, {}
    return request


@page(act="clause.view")
def closed(request, number=0):
    return HttpResponse(f"{request.act} {number}")


@page(act="clause.view", visitors=True)
def open_to_visitors(request):
    return HttpResponse(request.act)


@page(act="clause.view")
def missing(request):
    raise NotFound(12)


def test_a_visitor_is_sent_to_the_sign_in_and_comes_back_where_they_were():
    answer = closed(visit(VISITOR))
    assert answer.status_code == 302
    assert answer.url == "/connexion/?next=/clauses/12/%3Fvue%3Dlot"


def test_who_has_an_account_comes_in_with_the_act_of_the_page():
    assert closed(visit(BUYER), number=3).content == b"clause.view 3"


def test_a_visitor_comes_in_where_the_page_says_so():
    assert open_to_visitors(visit(VISITOR)).content == b"clause.view"


def test_what_is_not_found_is_a_404_that_tells_nothing():
    with pytest.raises(Http404) as nothing:
        missing(visit(BUYER))
    assert str(nothing.value) == ""


def test_a_page_bears_its_act_and_its_own_name():
    assert (closed.act, closed.__name__) == ("clause.view", "closed")


def test_a_public_page_says_so_and_names_no_act():
    home = public(lambda request: HttpResponse("Bienvenue"))
    assert home.public is True
    assert not hasattr(home, "act")
    assert home(SimpleNamespace(method="GET")).content == b"Bienvenue"


def test_a_visitor_receives_a_key_once_and_keeps_it():
    request = visit(VISITOR)
    key = with_key(request).visitor_key
    assert len(key) >= 40
    assert request.session == {VISITOR_KEY: key}
    assert with_key(request).visitor_key == request.actor.visitor_key == key


def test_two_visitors_never_share_a_key():
    assert with_key(visit(VISITOR)).visitor_key != with_key(visit(VISITOR)).visitor_key


def test_a_key_changes_neither_the_person_nor_the_role():
    actor = with_key(visit(BUYER))
    assert (actor.role, actor.person_id, actor.organisation_id) == (Role.BUYER, 1, 1)
