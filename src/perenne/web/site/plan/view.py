"""The plan of the site, read off the addresses and the texts: nothing can be forgotten in it."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from perenne.domain.library.queries import Kind, Section, TextCard, published
from perenne.kit.pages import Visit, public
from perenne.web.site.acts import acts_of
from perenne.web.site.addresses import address_of
from perenne.web.site.menu import NAMES
from perenne.web.site.texts import whole_address

NOT_PAGES = {
    "coverage:suggest", "coverage:outlines", "coverage:frame", "site:robots", "site:sitemap",
    "site:feed", "site:gallery", "tools:note", "tools:annex_word", "tools:annex_pdf",
    "assessments:export", "assessments:feed", "assessments:calendar",
    "opendata:csv", "opendata:json", "opendata:dictionary", "opendata:feed",
    "directory:points", "directory:suggest",
    "site:brochure_file", "site:kit_pdf", "site:kit_zip", "site:live", "site:ready",
    "site:metrics",
}  # fmt: skip


@public
def plan(request: Visit) -> HttpResponse:
    texts = published()
    written = {address_of(card) for card in texts}
    context = {
        "groups": [(section.label, _pages(texts, section)) for section in Section],
        "questions": [_link(card) for card in texts if card.kind is Kind.QUESTION],
        "news": [_link(card) for card in texts if card.kind is Kind.NEWS],
        "others": [
            (NAMES.get(name, name), url) for name, url in open_addresses() if url not in written
        ],
        "acts": acts_of(Section.COMMITTEE),
        "address": whole_address(request),
    }
    return render(request, "site/plan/page.html", context)


def _pages(texts: list[TextCard], section: Section) -> list[tuple[str, str]]:
    return [_link(it) for it in texts if it.kind is Kind.PAGE and it.section is section]


def _link(card: TextCard) -> tuple[str, str]:
    return card.said.title, address_of(card)


def open_addresses() -> list[tuple[str, str]]:
    """The pages that anybody may open, those that need no thing to be named: name, address."""
    return [(name, url) for name, url in _plain(get_resolver(), "") if url]


def _plain(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inside = f"{entry.namespace}:" if entry.namespace else namespace
            yield from _plain(entry, inside)
        elif isinstance(entry, URLPattern) and getattr(entry.callback, "public", False):
            name = f"{namespace}{entry.name}"
            if _is_a_page(name):
                yield name, _address(name)


def _is_a_page(name: str) -> bool:
    """No file for machines, no step of signing in, no address of somebody else’s code."""
    if ":" not in name or name in NOT_PAGES:
        return False
    return name == "account:login" or not name.startswith("account:")


def _address(name: str) -> str:
    """ "" for one that needs to be told which thing it is about."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
