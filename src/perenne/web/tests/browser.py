"""A browser that lets no answer through unless it is whole, and reads pages as people do."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

MOST_QUERIES = 12
MORE_QUERIES = {"/bilans/comparer/": 40, "/bilans/": 24, "/mes-rappels/": 24}
"""A bilan is read from all the tables of the ledger, two stand beside each other; reminders are
worked out again from all that waits. As many whatever the rows."""
FRAMED = {"/territoire/cadre/"}
"""The only page that others may put in a frame."""
INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)|<style|<[^>]*\s(?:style|on[a-z]+)=["']|=["']javascript:""",
    re.IGNORECASE,
)


class Browser(Client):
    """Every answer has its headers, every page its shape, and asks the database little."""

    def request(self, **request):
        if request.get("REQUEST_METHOD") != "GET":
            return whole(super().request(**request))
        (asked, answer), most = self._asked(request), most_for(request)
        if len(asked) > most:
            asked, _again = self._asked(request)  # the first page of a process reads what it keeps
            assert len(asked) <= most, [query["sql"][:200] for query in asked]
        return answer

    def _asked(self, request):
        with CaptureQueriesContext(connection) as asked:
            answer = whole(super().request(**request))
        return asked, answer


def most_for(request: dict[str, Any]) -> int:
    """That of the first address that this one begins with, or what any page may ask."""
    path = str(request.get("PATH_INFO", ""))
    more = (most for start, most in MORE_QUERIES.items() if path.startswith(start))
    return next(more, MOST_QUERIES)


def strict(client: Client) -> Browser:
    """The same session, in a browser that checks every answer."""
    browser = Browser()
    browser.cookies = client.cookies
    return browser


def whole(answer: HttpResponse) -> HttpResponse:
    """The same answer; AssertionError when a header or a part of the page is missing."""
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    is_framed = answer.request["PATH_INFO"] in FRAMED and answer.status_code in {200, 405}
    assert ("frame-ancestors *" in policy) == is_framed
    assert answer.get("X-Frame-Options") == (None if is_framed else "DENY")
    if answer.get("Content-Type", "").startswith("text/html") and answer.content:
        _check(answer.content.decode())
    return answer


def _check(page: str) -> None:
    tree = html.fromstring(page)
    ids = Counter(tree.xpath("//@id"))
    assert INLINE.findall(page) == []
    assert [name for name, times in ids.items() if times > 1 or name.split() != [name]] == []
    if page.lstrip().startswith("<!doctype html>"):
        _check_page(tree, set(ids))


def _check_page(tree, ids: set[str]) -> None:
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert tree.get("lang") == "fr"
    assert len(tree.xpath("//main[@id='contenu']")) == 1
    assert tree.findtext(".//title").strip() != "– Pérenne"
    referred = tree.xpath("//@for|//@aria-labelledby|//@aria-describedby")
    referred += [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert {one for many in referred for one in many.split()} - ids == set()


def tree_of(answer: HttpResponse):
    return html.fromstring(answer.content.decode())


def plain(text: str) -> str:
    """With ordinary spaces only, and no two of them."""
    return " ".join(text.split())


def text_of(answer: HttpResponse, where: str = "//main") -> str:
    """What the page says, in its main part unless told otherwise."""
    tree = tree_of(answer)
    found = tree.xpath(where) or [tree]
    return plain(" ".join(part.text_content() for part in found))


def title_of(answer: HttpResponse) -> str:
    return text_of(answer, "//h1")


def buttons_of(answer: HttpResponse) -> list[str]:
    """What one may press in the main part of the page, in its order."""
    tree = tree_of(answer)
    (inside,) = tree.xpath("//main") or [tree]
    return [plain(one.text_content()) for one in inside.xpath(".//*[contains(@class, 'button')]")]


def facts_in(answer: HttpResponse) -> dict[str, str]:
    """The rows of the summaries of the page, by their label."""
    rows = tree_of(answer).xpath("//main//dl/div")
    return {plain(row.findtext("dt")): plain(row.find("dd").text_content()) for row in rows}


def typed_in(answer: HttpResponse) -> dict[str, str]:
    """The value that each field of the page shows, by its name; boxes to tick are left out."""
    fields = {}
    for form in tree_of(answer).xpath("//main//form|/form|//li//form"):
        held = {name: form.fields[name] for name in form.fields}
        texts = {name: one for name, one in held.items() if one is None or isinstance(one, str)}
        fields |= {name: (one or "").removeprefix("\n") for name, one in texts.items()}
    return fields


def error_on(answer: HttpResponse, name: str) -> str:
    """The sentence that stands by the field of this name, "" when nothing is wrong with it."""
    (first, *_) = tree_of(answer).xpath(f"//*[@name='{name}']")
    field = first.xpath("ancestor::div[contains(concat(' ', @class, ' '), ' field ')]")[0]
    said = field.xpath(".//*[contains(@class, 'field__error')]")
    return plain(said[0].text_content()).removeprefix("Erreur : ") if said else ""


def summary_of(answer: HttpResponse) -> list[str]:
    """Everything that the page says is wrong, from its summary."""
    found = tree_of(answer).xpath("//*[@data-error-summary]//li")
    return [plain(item.text_content()) for item in found]


def sql_for(client: Client, url: str, **headers: str) -> int:
    """How many times showing this page asks the database, once the process is warm."""
    client.get(url, **headers)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url, **headers).status_code == 200
    return len(asked)
