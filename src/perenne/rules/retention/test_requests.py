from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.french import WIDE, typeset
from perenne.rules.practice import USUAL
from perenne.rules.retention import (
    Erasure,
    Event,
    Ground,
    Holding,
    RecordKind,
    expires_on,
    may_erase_on_request,
)
from perenne.rules.retention.expiring import DISPUTED
from perenne.rules.retention.spans import CONTRACT_YEARS

TODAY = date(2026, 11, 25)
PERSON = {Event.LAST_CONTACT: date(2026, 11, 2), Event.LAST_ESF_PAYMENT: date(2021, 9, 1)}
FUNDED = frozenset({Ground.ESF_PLUS})


def test_a_need_of_the_house_does_not_hold_against_the_person():
    assert may_erase_on_request(Holding(RecordKind.PERSON_FILE, PERSON), TODAY) == Erasure(
        True,
        (
            typeset(
                "Dossier de la personne : rendez anonyme et gardez les seuls totaux. "
                "Répondez à la personne dans le mois."
            ),
        ),
    )


@pytest.mark.parametrize(
    ("day", "granted"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)]
)
def test_the_fund_holds_against_the_person_until_its_last_day(day, granted):
    answer = may_erase_on_request(Holding(RecordKind.PERSON_FILE, PERSON, FUNDED), day)
    assert answer.granted is granted


def test_a_refusal_names_its_text_and_its_day():
    answer = may_erase_on_request(Holding(RecordKind.PERSON_FILE, PERSON, FUNDED), TODAY)
    reason = answer.reasons[0].replace(WIDE, " ")
    assert len(answer.reasons) == 1
    assert "gardez jusqu’au 31 décembre 2026. Refusez d’effacer avant" in reason
    assert reason.endswith("une obligation légale impose de garder (RGPD, article 17, 3, b).")


def test_a_proof_of_consent_is_kept_for_a_claim():
    answer = may_erase_on_request(Holding(RecordKind.CONSENT_PROOF), TODAY)
    reason = answer.reasons[0].replace(WIDE, " ")
    assert len(answer.reasons) == 1
    assert not answer.granted
    assert "reste à venir" in reason
    assert reason.endswith("défense de droits en justice (RGPD, article 17, 3, e).")


@pytest.mark.parametrize("kind", RecordKind)
def test_what_is_running_is_refused_for_these_records_alone(kind):
    refused = {
        RecordKind.HOURS_STATEMENT,
        RecordKind.CONTRACT_FILE,
        RecordKind.PENALTY_FILE,
        RecordKind.CONSENT_PROOF,
        RecordKind.RIGHTS_REQUEST,
        RecordKind.ACCESS_LOG,
        RecordKind.JOURNAL,
    }
    assert may_erase_on_request(Holding(kind), TODAY).granted is (kind not in refused)


def test_a_dispute_holds_against_the_person():
    answer = may_erase_on_request(Holding(RecordKind.PERSON_FILE, PERSON, disputed=True), TODAY)
    assert answer == Erasure(False, (DISPUTED,))


def test_a_longer_practice_refuses_longer():
    holding = Holding(RecordKind.PENALTY_FILE, {Event.CONTRACT_SETTLED: date(2016, 11, 24)})
    assert may_erase_on_request(holding, TODAY).granted
    longer = USUAL.choosing(CONTRACT_YEARS, 11)
    assert not may_erase_on_request(holding, TODAY, longer).granted


days = some.dates(date(2021, 7, 1), date(2100, 1, 1))


@given(
    some.sampled_from(RecordKind),
    some.fixed_dictionaries(dict.fromkeys(Event, days)),
    some.frozensets(some.sampled_from(Ground)),
)
def test_what_is_over_is_always_erased_on_request(kind, events, grounds):
    holding = Holding(kind, events, grounds)
    last = expires_on(holding).last
    assert last is not None
    assert may_erase_on_request(holding, last + timedelta(1)).granted
