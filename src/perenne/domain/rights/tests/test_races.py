"""Two people press at once: one act, one refusal."""

from django.utils.timezone import now

from perenne.domain.rights.actions import answer_request, ask, erase_person, withdraw_consent
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.factories import TODAY, new_consent, new_holder, new_request
from perenne.domain.rights.models import Consent, DataRequest, Erasure
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, refusals

WRITERS = 6


def test_two_answers_at_once_are_one(real_commits):
    desks = [new_holder(Role.COORDINATION) for _ in range(WRITERS)]
    row = new_request()

    def answer(by):
        return lambda: answer_request(request_id=row.pk, answer="Voici.", by=by, today=TODAY)

    outcomes = at_once(*(answer(by) for by in desks))
    assert len(refusals(outcomes)) == WRITERS - 1
    assert Entry.objects.filter(act="request.answer").count() == 1


def test_two_withdrawals_at_once_are_one(real_commits):
    row = new_consent()

    def withdraw():
        withdraw_consent(consent_id=row.pk, by=VISITOR, at=now())

    assert len(refusals(at_once(*[withdraw] * WRITERS))) == WRITERS - 1
    assert Consent.objects.exclude(withdrawn_at=None).count() == 1


def test_the_same_request_made_at_once_is_made_once(real_commits):
    actor = new_holder(Role.BUYER)

    def press():
        ask(asked=Asked(RequestKind.ACCESS), by=actor, today=TODAY)

    assert len(refusals(at_once(*[press] * WRITERS))) == WRITERS - 1
    assert DataRequest.objects.count() == 1


def test_a_person_erased_at_once_is_erased_once(real_commits):
    person_id = new_holder(Role.BUYER).person_id

    def erase():
        return erase_person(person_id=person_id, by=HOUSE, today=TODAY, takes_over=True)

    reports = at_once(*[erase] * WRITERS)
    assert refusals(reports) == []
    assert all(report == reports[0] for report in reports)
    assert Erasure.objects.count() == 1
    assert Entry.objects.filter(act="person.erase").count() == 1
