"""Whoever was given a certificate checks it: the page says what it says, and nothing more.

The same answer for a code that never was, one that is ill typed, or that of another committee.
"""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.compliance.queries import certificate_behind
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound
from perenne.web.certificates.paper import paper_of
from perenne.web.person.door import behind_a_link


@public
@behind_a_link
def check(request: Visit, token: str) -> HttpResponse:
    try:
        card = certificate_behind(token)
    except NotFound:
        return _unknown(request)
    return render(request, "certificates/check/page.html", {"card": card})


@public
@behind_a_link
def paper_behind(request: Visit, token: str) -> HttpResponse:
    try:
        return paper_of(certificate_behind(token))
    except NotFound:
        return _unknown(request)


def _unknown(request: Visit) -> HttpResponse:
    return render(request, "certificates/check/unknown.html", status=404)
