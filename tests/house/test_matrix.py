"""Who gets which page: every address of the site, for everybody, on what is theirs or not.

200 shown, 302 sent elsewhere (most often to sign in), 404 nothing to see, 405 not by a link.
The drafts and the columns are the visitor's, or the buyer's where it is said; what was sent is
the buyer's and the facilitator's, as are the clauses.
"""

import re

import pytest
from django.urls import URLPattern, get_resolver, reverse

from perenne.domain.clauses.states import ClauseState
from perenne.web.tests.browser import strict
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    MASONRY,
    PAPER,
    new_clause,
    new_committee,
    new_doubtful_programme,
    new_programme,
    new_sent_programme,
    purchases_of,
)

WHO = (
    "nobody", "visitor", "buyer", "other_buyer", "facilitator", "other_facilitator", "coordination",
)  # fmt: skip
MATRIX = """
                                        nobody visitor buyer  other  facil. other  coord.
                                                              buyer         facil.
site:home                -              200    200     200    200    200    200    200
site:privacy             -              200    200     200    200    200    200    200
site:gallery             -              200    200     200    200    200    200    200
account:login            -              200    200     200    200    200    200    200
account:logout           -              405    405     405    405    405    405    405
desks:today              -              302    302     200    200    200    200    200
programming:list         -              302    302     200    200    200    200    200
programming:receive      -              200    200     200    200    200    200    200
programming:show         columns        404    302     404    404    404    404    404
programming:show         draft          404    200     404    404    404    404    404
programming:show         buyers_draft   404    404     200    404    404    404    404
programming:show         sent           404    404     200    404    200    404    200
programming:match_headings columns      404    200     404    404    404    404    404
programming:match_headings draft        404    302     404    404    404    404    404
programming:match_headings sent         404    404     302    404    302    404    302
programming:send         columns        404    302     404    404    404    404    404
programming:send         draft          404    200     404    404    404    404    404
programming:send         buyers_draft   404    404     200    404    404    404    404
programming:send         sent           404    404     302    404    302    404    302
programming:forget       draft          405    405     405    405    405    405    405
programming:export       draft          404    200     404    404    404    404    404
programming:export       sent           404    404     200    404    200    404    200
programming:study        drafted        302    302     404    404    404    404    404
programming:study        received       302    302     200    404    200    404    200
programming:study        kept           302    302     200    404    200    404    200
programming:purchase_row drafted        404    302     404    404    404    404    404
programming:purchase_row received       404    404     302    404    302    404    302
programming:correct      drafted        404    200     404    404    404    404    404
programming:correct      received       404    404     404    404    200    404    404
programming:correct      kept           404    404     404    404    404    404    404
programming:keep         received       302    302     405    405    405    405    405
programming:leave_aside  received       302    302     405    405    405    405    405
programming:take_back    received       302    302     405    405    405    405    405
clauses:list             -              302    302     200    200    200    200    200
clauses:show             opened         302    302     404    404    200    404    200
clauses:show             calibrated     302    302     404    404    200    404    200
clauses:show             worded         302    302     200    404    200    404    200
clauses:calibrate        opened         302    302     404    404    200    404    404
clauses:calibrate        worded         302    302     404    404    200    404    404
clauses:estimate         opened         302    302     404    404    200    404    404
clauses:word             opened         302    302     404    404    404    404    404
clauses:word             calibrated     302    302     404    404    200    404    404
clauses:note             calibrated     302    302     404    404    404    404    404
clauses:note             worded         302    302     200    404    200    404    200
clauses:wording          calibrated     302    302     404    404    404    404    404
clauses:wording          worded         302    302     200    404    200    404    200
"""
ROW = re.compile(r"^(\S+:\S+) +(\S+) +((?:\d{3} *)+)$", re.MULTILINE)
ROWS = [(name, thing, statuses.split()) for name, thing, statuses in ROW.findall(MATRIX)]


def addresses(resolver, namespace=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}"
        else:
            yield from addresses(entry, f"{entry.namespace}:" if entry.namespace else namespace)


def things_of(committee):
    """The arguments of an address, by the name of what it is about."""
    made = (
        LINES[CLEANING],
        LINES[MASONRY],
        LINES[PAPER],
        LINES[CLEANING].replace("écoles", "halles"),
    )
    draft, sent = new_programme(committee.visitor), new_sent_programme(committee.buyer, *made)
    kept, other, last, received = purchases_of(sent, committee.buyer)
    facilitator = committee.facilitator
    return {
        "-": [],
        "columns": [new_doubtful_programme(committee.visitor)],
        "draft": [draft],
        "buyers_draft": [new_programme(committee.buyer)],
        "sent": [sent],
        "drafted": [purchases_of(draft, committee.visitor)[CLEANING].id],
        "received": [received.id],
        "kept": [kept.id],
        "opened": [new_clause(kept.id, facilitator)],
        "calibrated": [new_clause(other.id, facilitator, ClauseState.CALIBRATED)],
        "worded": [new_clause(last.id, facilitator, ClauseState.WORDED)],
    }


def test_every_address_is_in_the_matrix_and_the_matrix_has_no_other():
    assert {name for name, *_ in ROWS} == set(addresses(get_resolver()))


def test_every_line_of_the_matrix_says_a_status_for_everybody():
    assert len(ROWS) == len(MATRIX.strip().splitlines()) - 2
    assert {len(statuses) for *_, statuses in ROWS} == {len(WHO)}


@pytest.mark.django_db
def test_everybody_gets_what_the_matrix_says_and_nothing_else(client_of):
    committee = new_committee()
    things = things_of(committee)
    browsers = [strict(client_of(getattr(committee, who))) for who in WHO]
    wrong = {}
    for name, thing, statuses in ROWS:
        extra = ["ccap"] if name == "clauses:wording" else []
        url = reverse(name, args=[*things[thing], *extra])
        answered = [str(browser.get(url).status_code) for browser in browsers]
        if answered != statuses:
            wrong[name, thing] = " ".join(answered)
    assert wrong == {}
