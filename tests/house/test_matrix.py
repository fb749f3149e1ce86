"""Who gets which page: every address × every method × ten people, on what is theirs or not.

The rows of `tests/house/matrix/` say what is shown; the rest is derived: where a page is not
shown, no method opens it; where it is shown, PUT, PATCH, DELETE and TRACE are refused. These, HEAD,
and POST where the page is shown, are tried of the first person of each status alone, unless
`./run prove hostile` asks: what may be seen is asked of everybody by GET, what may not be sent by
POST. And who sees persons opens none of them with data by a password alone.
"""

import logging
import os
import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.core.cache import cache
from django.db import reset_queries, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.urls.resolvers import RegexPattern

from perenne.web.tests.browser import strict
from perenne.web.tests.scenes import new_committee
from tests.house import matrix
from tests.house.second_factor import shown_with_a_password

WHO = (
    "nobody", "visitor", "buyer", "other_buyer", "facilitator", "other_facilitator",
    "coordination", "company", "structure", "prescriber",
)  # fmt: skip
NOUNS = [
    import_module(f"tests.house.matrix.{module.name}") for module in iter_modules(matrix.__path__)
]
ROW = re.compile(r"^(\S+) +(\S+) +(?:(POST) +)?((?:\d{3} *)+)$", re.MULTILINE)
REFUSALS = {"302", "403", "404", "405"}
NEVER = ("put", "patch", "delete", "trace")
OF_EVERYBODY = "EVERY_METHOD" in os.environ


def rows_of(noun):
    return [
        (name, thing, method, statuses.split())
        for name, thing, method, statuses in ROW.findall(noun.ROWS)
    ]


def addresses(resolver, namespace=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}"
        else:
            yield from addresses(entry, f"{entry.namespace}:" if entry.namespace else namespace)


def unclassified(resolver, rows):
    return set(addresses(resolver)) - {name for name, *_ in rows}


PLANTED = path("secret/", lambda _request: HttpResponse(), name="secret")
ROWS = [row for noun in NOUNS for row in rows_of(noun)]


def test_every_address_is_in_the_matrix_and_the_matrix_has_no_other():
    assert unclassified(get_resolver(), ROWS) == set()
    assert {name for name, *_ in ROWS} <= set(addresses(get_resolver()))


def test_a_planted_address_is_red():
    planted = URLResolver(RegexPattern(r"^"), [*get_resolver().url_patterns, PLANTED])
    assert unclassified(planted, ROWS) == {"secret"}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__.rsplit(".")[-1])
def test_every_line_of_the_matrix_says_a_status_for_everybody(noun):
    assert len(rows_of(noun)) == len(noun.ROWS.strip().splitlines()) - 1
    assert {len(statuses) for *_, statuses in rows_of(noun)} == {len(WHO)}


def wrong(answered: str, *, expected: str, method: str, only_post: bool) -> bool:
    """Whether an answer is not what the row says, or what follows from it."""
    if method in NEVER:
        return answered not in REFUSALS
    if only_post:
        return answered != expected if method == "post" else answered not in {"405", "302"}
    if method == "get":
        return answered != expected
    if method == "head":
        return answered not in {expected, "405"}
    if expected in {"404", "403"}:  # nothing to see: nothing to send either
        return answered not in {expected, "302", "405"}
    return answered not in {"200", "302", "400", "405", "422"}


@pytest.mark.django_db
@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__.rsplit(".")[-1])
def test_everybody_gets_what_the_matrix_says_by_any_method(noun, client_of, caplog):
    caplog.set_level(logging.ERROR, "django.request")
    committee = new_committee()
    things = {"-": [], **noun.things(committee)}
    browsers = {who: strict(client_of(getattr(committee, who))) for who in WHO}
    said, tried = {}, 0
    for name, thing, only_post, statuses in rows_of(noun):
        url = reverse(name, args=things[thing])
        for place, (who, expected) in enumerate(zip(WHO, statuses, strict=True)):
            for method in methods_for(expected, is_first=expected not in statuses[:place]):
                answered = str(answer(browsers[who], method, url).status_code)
                tried += 1
                if wrong(answered, expected=expected, method=method, only_post=bool(only_post)):
                    said[name, thing, who, method] = f"{answered} instead of {expected}"
    print(f"{noun.__name__}: {tried} requests, {len(said)} wrong")
    assert said == {}
    urls = [reverse(name, args=things[thing]) for name, thing, *_ in rows_of(noun)]
    assert shown_with_a_password(committee, urls, answer) == []


def methods_for(expected: str, *, is_first: bool) -> tuple[str, ...]:
    if is_first or OF_EVERYBODY:
        return ("get", "head", "post", *NEVER)
    return ("get",) if expected == "200" else ("get", "post")


def answer(browser: Client, method: str, url: str) -> HttpResponse:
    """Whatever it wrote is undone, so that every request meets the same world."""
    cookies = browser.cookies.copy()
    cache.clear()  # nobody is held for going too fast
    reset_queries()  # Django keeps the last nine thousand, and warns
    with transaction.atomic():
        answered: HttpResponse = getattr(browser, method)(url)
        transaction.set_rollback(True)
    browser.cookies = cookies
    return answered
