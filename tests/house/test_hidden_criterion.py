"""What a company, a structure or a buyer may reach never says why a person is eligible.

The walk goes through every address of the site, as `tests/house/matrix` opens it: a new page is
in it by itself. Where the scene of a noun has people in it, its pages hold no label of a criterion
either. Files are opened to be read: what they compress is looked at too. Lists are read as files
besides.
"""

import logging
import re
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse

from perenne.domain.participants.actions import withdraw_verdict
from perenne.domain.participants.factories import new_file, new_proof, new_verdict
from perenne.domain.participants.models import EligibilityFile, Participant, Verdict
from perenne.domain.participants.states import LACKING, REFUSED
from perenne.domain.participants.tasks import tell_answer
from perenne.kit.journal.models import Entry
from perenne.rules.eligibility import PROOFS, PUBLICS
from perenne.web.tests.scenes import new_committee
from tests.house.matrix import participants
from tests.house.test_lists import LISTINGS
from tests.house.test_matrix import NOUNS, WHO, rows_of

TOKEN = "zqcritere"
KEPT_OUT = ("buyer", "other_buyer", "other_facilitator", "company", "structure")
CRITERIA = [row.label for row in (*PUBLICS, *PROOFS) if len(row.label) > 8]
pytestmark = pytest.mark.django_db


def body_of(answer) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return read(whole)


def read(whole: bytes) -> str:
    """Workbooks, documents and archives are archives: of all that they hold."""
    if not is_zipfile(BytesIO(whole)):
        return whole.decode(errors="replace")
    with ZipFile(BytesIO(whole)) as archive:
        return "\n".join(read(archive.read(name)) for name in archive.namelist())


def planted(committee) -> list[int]:
    """In every column that holds a criterion; one file of each state that a company reads."""
    by = {"facilitator": committee.facilitator}
    verdict, _stands = new_verdict(**by), new_verdict(**by)
    new_file(**by, state=REFUSED, reason=TOKEN)
    new_file(**by, state=LACKING, lacking=[TOKEN])
    for file in EligibilityFile.objects.all():
        new_proof(file)
    EligibilityFile.objects.update(asked_by_id=committee.company.organisation_id)
    plant()
    withdraw_verdict(verdict_id=verdict.pk, reason=f"{TOKEN} !", by=committee.facilitator)
    return list(EligibilityFile.objects.values_list("pk", flat=True))


def plant() -> None:
    """In the files of whoever is there, those that the scene of a noun brings included."""
    EligibilityFile.objects.update(
        situation={"opinion_reasons": TOKEN}, lacking=[TOKEN], claimed=["DELD", "RSA"]
    )


def test_a_hidden_criterion_is_nowhere_that_a_company_may_look(client_of, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "markdown_it")  # which tells of every line that it reads
    committee = new_committee()
    files = planted(committee)
    people = Participant.objects.count()
    browsers = {who: client_of(getattr(committee, who)) for who in KEPT_OUT}
    pages, of_persons, leaks, lines = 0, set(), {}, told()
    for noun in NOUNS:
        with transaction.atomic():
            things = {"-": [], **noun.things(committee)}
            plant()
            has_people = noun is participants or Participant.objects.count() > people
            for who, url in addresses(noun, things, files):
                said = body_of(browsers[who].get(url)).casefold()
                pages += 1
                if has_people:
                    of_persons.add(url)
                asks = url.endswith(("/demander/", "/proposer/"))  # forms that list them, of nobody
                hidden = [TOKEN, *(CRITERIA if has_people and not asks else ())]
                found = [word for word in hidden if word.casefold() in said]
                if found:
                    leaks[who, url] = found
            lines += told()
            transaction.set_rollback(True)
    for file_id in files:
        tell_answer(file_id)
    written = [f"{one.subject} {one.body}" for one in mail.outbox]
    print(
        f"{pages} pages, {len(of_persons)} addresses of persons, {len(written)} mails, "
        f"{len(lines)} lines: {len(leaks)} leaks"
    )
    assert leaks == {}
    assert pages >= 100
    assert len(written) >= len(files)
    assert [text for text in (*written, *lines, caplog.text) if TOKEN in text] == []
    assert [word for word in CRITERIA for text in written if word in text] == []


def told() -> list[str]:
    """By the journal, so far."""
    return [f"{one.reason} {one.facts} {one.changes}" for one in Entry.objects.all()]


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


def addresses(noun, things, files):
    """Each page that the matrix opens to one of them; for persons, each of the planted files. What
    is open to nobody in particular is the same for all: one of them looks at it."""
    for name, thing, method, statuses in rows_of(noun):
        if method:
            continue
        opened = dict(zip(WHO, statuses, strict=True))
        for who in ("company",) if opened["nobody"] == "200" else KEPT_OUT:
            if opened[who] == "200":
                given = [[one] for one in files] if thing == "file" else [things[thing]]
                urls = [reverse(name, args=args) for args in given]
                also = [f"{url}?fichier=csv" for url in urls] if name in LISTINGS else []
                yield from ((who, url) for url in (*urls, *also))
