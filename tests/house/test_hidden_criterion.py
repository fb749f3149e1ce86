"""What a company, a structure or a buyer may reach never says why a person is eligible."""

import logging
import re

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse

from perenne.domain.participants.actions import withdraw_verdict
from perenne.domain.participants.factories import new_file, new_proof, new_verdict
from perenne.domain.participants.models import EligibilityFile, Verdict
from perenne.domain.participants.states import LACKING, REFUSED
from perenne.domain.participants.tasks import tell_answer
from perenne.kit.journal.models import Entry
from perenne.rules.eligibility import PROOFS, PUBLICS
from perenne.web.tests.scenes import new_committee
from tests.house.test_matrix import NOUNS, WHO, rows_of

TOKEN = "zqcritere"
KEPT_OUT = ("buyer", "other_buyer", "other_facilitator", "company", "structure")
OF_PERSONS = {"participants"}
CRITERIA = [row.label for row in (*PUBLICS, *PROOFS) if len(row.label) > 8]
pytestmark = pytest.mark.django_db


def body_of(answer) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return whole.decode(errors="replace")


def planted(committee) -> list[int]:
    """In every column that holds a criterion; one file of each state that a company reads."""
    by = {"facilitator": committee.facilitator}
    verdict, _stands = new_verdict(**by), new_verdict(**by)
    new_file(**by, state=REFUSED, reason=TOKEN)
    new_file(**by, state=LACKING, lacking=[TOKEN])
    for file in EligibilityFile.objects.all():
        new_proof(file)
    EligibilityFile.objects.update(
        asked_by_id=committee.company.organisation_id,
        situation={"opinion_reasons": TOKEN},
        lacking=[TOKEN],
        claimed=["DELD", "RSA"],
    )
    withdraw_verdict(verdict_id=verdict.pk, reason=f"{TOKEN} !", by=committee.facilitator)
    return list(EligibilityFile.objects.values_list("pk", flat=True))


def test_a_hidden_criterion_is_nowhere_that_a_company_may_look(client_of, caplog):
    caplog.set_level(logging.DEBUG)
    committee = new_committee()
    files = planted(committee)
    browsers = {who: client_of(getattr(committee, who)) for who in KEPT_OUT}
    pages, leaks = 0, {}
    for noun in NOUNS:
        with transaction.atomic():
            things = {"-": [], **noun.things(committee)}
            for who, url in addresses(noun, things, files):
                said = body_of(browsers[who].get(url))
                pages += 1
                hidden = [TOKEN, *(CRITERIA if is_of_persons(noun, url) else ())]
                found = [word for word in hidden if word.casefold() in said.casefold()]
                if found:
                    leaks[who, url] = found
            transaction.set_rollback(True)
    for file_id in files:
        tell_answer(file_id)
    written = [f"{one.subject} {one.body}" for one in mail.outbox]
    lines = [f"{one.reason} {one.facts} {one.changes}" for one in Entry.objects.all()]
    print(f"{pages} pages, {len(written)} mails, {len(lines)} lines: {len(leaks)} leaks")
    assert leaks == {}
    assert pages >= 100
    assert len(written) >= len(files)
    assert [text for text in (*written, *lines, caplog.text) if TOKEN in text] == []
    assert [word for word in CRITERIA for text in written if word in text] == []


def test_the_facilitator_reads_it_so_that_the_walk_can_fail(client_of):
    committee = new_committee()
    files = planted(committee)
    seen = [
        body_of(client_of(committee.facilitator).get(reverse("participants:show", args=[one])))
        for one in files
    ]
    assert any(TOKEN in said for said in seen)
    assert any(re.search("longue durée", said) for said in seen)
    assert Verdict.objects.filter(withdrawn_because__contains=TOKEN).exists()


def is_of_persons(noun, url) -> bool:
    """Public lists of criteria are everywhere else; a form that asks nothing of them is not."""
    return noun.__name__.rsplit(".")[-1] in OF_PERSONS and not url.endswith("/demander/")


def addresses(noun, things, files):
    """Each page that the matrix opens to one of them; for persons, each of the planted files."""
    for name, thing, method, statuses in rows_of(noun):
        if method:
            continue
        opened = dict(zip(WHO, statuses, strict=True))
        for who in KEPT_OUT:
            if opened[who] == "200":
                given = [[one] for one in files] if thing == "file" else [things[thing]]
                yield from ((who, reverse(name, args=args)) for args in given)
