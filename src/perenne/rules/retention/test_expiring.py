from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.french import WIDE
from perenne.rules.law import Confidence
from perenne.rules.practice import USUAL
from perenne.rules.retention import (
    RETENTION_PERIODS,
    Event,
    Ground,
    Holding,
    Outcome,
    PeriodCode,
    RecordKind,
    expires_on,
)
from perenne.rules.retention.expiring import DISPUTED, terms_of
from perenne.rules.retention.records import RECORD_LABELS
from perenne.rules.retention.spans import CONTRACT_YEARS, DRAFT_DAYS, ESF_PLUS_YEARS
from perenne.rules.texts import ESF_ARCHIVE

KINDS = {label: kind for kind, label in RECORD_LABELS.items()}
ALL = frozenset(Ground)
days = some.dates(date(2021, 7, 1), date(2100, 1, 1))
kinds = some.sampled_from(RecordKind)
grounds = some.frozensets(some.sampled_from(Ground))
histories = some.dictionaries(some.sampled_from(Event), days)
full = some.fixed_dictionaries(dict.fromkeys(Event, days))


def plain(reasons):
    return tuple(reason.replace(WIDE, " ") for reason in reasons)


@pytest.mark.parametrize(("code", "kept", "case"), rows_of("retention_periods"))
def test_a_reason_holds_until_its_last_day(code, kept, case):
    row = RETENTION_PERIODS[code]
    events = {row.event: case["départ"]} if "départ" in case else {}
    terms = terms_of(Holding(KINDS[case["donnée"]], events, ALL), USUAL)
    (term,) = [term for term in terms if term.period is row]
    assert term.runs_on(case["jour"]) is kept


def test_the_table_holds_every_period_in_its_order_and_every_record():
    assert [row.code for row in RETENTION_PERIODS] == list(PeriodCode)
    for kind in RecordKind:
        assert any(kind in row.kinds and row.ground is None for row in RETENTION_PERIODS)


@pytest.mark.parametrize("kind", RecordKind)
def test_persons_are_made_anonymous_contracts_archived_and_the_rest_erased(kind):
    persons = {RecordKind.PERSON_FILE, RecordKind.ACCOUNT}
    contracts = {RecordKind.HOURS_STATEMENT, RecordKind.CONTRACT_FILE, RecordKind.PENALTY_FILE}
    assert (kind.outcome is Outcome.ANONYMISE) is (kind in persons)
    assert (kind.outcome is Outcome.ARCHIVE) is (kind in contracts)


def test_a_row_is_as_sure_as_its_number():
    assert RETENTION_PERIODS["esf_plus"].source is ESF_ARCHIVE
    assert RETENTION_PERIODS["esf_plus"].confidence is Confidence.LIKELY
    assert RETENTION_PERIODS["esf_2014"].confidence is Confidence.SURE
    assert RETENTION_PERIODS["draft"].confidence is Confidence.VARIES


def test_a_person_without_other_reason_is_kept_two_years_then_made_anonymous():
    expiry = expires_on(Holding(RecordKind.PERSON_FILE, {Event.LAST_CONTACT: date(2024, 11, 25)}))
    assert (expiry.last, expiry.restricted_from) == (date(2026, 11, 25), None)
    assert expiry.outcome is Outcome.ANONYMISE
    assert not expiry.is_over(date(2026, 11, 25))
    assert expiry.is_over(date(2026, 11, 26))
    assert plain(expiry.reasons) == (
        "Accompagner la personne (CNIL, délibération n° 2023-095 du 14 septembre 2023, durées de "
        "conservation) : 24 mois après le dernier contact avec la personne (25 novembre 2024), "
        "gardez jusqu’au 25 novembre 2026.",
        "Dossier de la personne : rendez anonyme et gardez les seuls totaux après le "
        "25 novembre 2026.",
    )


def test_a_co_funded_person_is_archived_between_the_need_and_the_duty():
    events = {Event.LAST_CONTACT: date(2024, 11, 25), Event.LAST_ESF_PAYMENT: date(2025, 2, 3)}
    expiry = expires_on(Holding(RecordKind.PERSON_FILE, events, frozenset({Ground.ESF_PLUS})))
    assert expiry.last == date(2030, 12, 31)
    assert expiry.restricted_from == date(2026, 11, 26)
    assert plain(expiry.reasons)[1].endswith(
        " : 5 ans après le 31 décembre qui suit le dernier paiement du FSE+ (3 février 2025), "
        "gardez jusqu’au 31 décembre 2030."
    )


def test_a_payment_of_the_fund_changes_nothing_where_the_fund_did_not_pay():
    events = {Event.LAST_CONTACT: date(2024, 11, 25), Event.LAST_ESF_PAYMENT: date(2025, 2, 3)}
    expiry = expires_on(Holding(RecordKind.PERSON_FILE, events))
    assert expiry.last == date(2026, 11, 25)


def test_the_longest_of_the_periods_of_the_contract_wins():
    events = {
        Event.LAST_CONTACT: date(2026, 1, 5),
        Event.FIRST_DAY_IN_POST: date(2025, 3, 3),
        Event.CONTRACT_ENDED: date(2027, 6, 30),
    }
    expiry = expires_on(Holding(RecordKind.PERSON_FILE, events, frozenset({Ground.CONTRACT_SAYS})))
    assert (expiry.last, expiry.restricted_from) == (date(2029, 6, 30), None)


def test_what_has_not_happened_yet_keeps_the_record_without_end():
    holding = Holding(
        RecordKind.PERSON_FILE,
        {Event.LAST_CONTACT: date(2024, 11, 25)},
        frozenset({Ground.ESF_PLUS}),
    )
    expiry = expires_on(holding)
    assert expiry.last is None
    assert expiry.restricted_from == date(2026, 11, 26)
    assert not expiry.is_over(date(2199, 1, 1))
    assert plain(expiry.reasons)[1:] == (
        "Répondre aux contrôles du FSE+ (Règlement (UE) 2021/1060, article 82) : gardez, "
        "le dernier paiement du FSE+ reste à venir.",
        "Dossier de la personne : aucune date de fin n’est connue, n’effacez rien.",
    )


def test_a_dispute_keeps_everything_but_out_of_the_daily_work():
    events = {Event.LAST_CONTACT: date(2024, 11, 25)}
    expiry = expires_on(Holding(RecordKind.PERSON_FILE, events, disputed=True))
    assert (expiry.last, expiry.restricted_from) == (None, date(2026, 11, 26))
    assert expiry.reasons[1] == DISPUTED
    assert len(expiry.reasons) == 3


def test_a_record_kept_for_a_duty_alone_is_not_said_to_be_restricted():
    holding = Holding(RecordKind.CONTRACT_FILE, {Event.CONTRACT_SETTLED: date(2026, 11, 25)})
    expiry = expires_on(holding)
    assert (expiry.last, expiry.restricted_from) == (date(2036, 11, 25), None)
    assert expiry.outcome is Outcome.ARCHIVE


def test_a_committee_may_keep_otherwise():
    practice = USUAL.choosing(CONTRACT_YEARS, 30).choosing(DRAFT_DAYS, 7)
    contract = Holding(RecordKind.CONTRACT_FILE, {Event.CONTRACT_SETTLED: date(2026, 11, 25)})
    draft = Holding(RecordKind.DRAFT, {Event.LAST_CHANGE: date(2026, 11, 25)})
    assert expires_on(contract, practice).last == date(2056, 11, 25)
    assert expires_on(draft, practice).last == date(2026, 12, 2)
    assert expires_on(draft).outcome is Outcome.ERASE


def test_the_number_of_the_fund_is_not_known_before_its_regulation():
    assert ESF_PLUS_YEARS.on(date(2021, 7, 1)) == 5
    events = {Event.LAST_ESF_PAYMENT: date(2021, 6, 30)}
    with pytest.raises(LookupError, match="2021/1060"):
        expires_on(Holding(RecordKind.PROOF_COPY, events, frozenset({Ground.ESF_PLUS})))


def test_each_fund_has_its_own_period():
    events = {
        Event.DECIDED: date(2024, 1, 8),
        Event.LAST_ESF_PAYMENT: date(2025, 2, 3),
        Event.ESF_ACCOUNTS_SENT: date(2025, 2, 3),
    }
    new = Holding(RecordKind.PROOF_COPY, events, frozenset({Ground.ESF_PLUS}))
    old = Holding(RecordKind.PROOF_COPY, events, frozenset({Ground.ESF_2014}))
    assert expires_on(new).last == date(2030, 12, 31)
    assert expires_on(old).last == date(2028, 12, 31)


@given(kinds, full, grounds, grounds)
def test_one_more_reason_never_shortens(kind, events, some_grounds, more):
    before = expires_on(Holding(kind, events, some_grounds)).last
    after = expires_on(Holding(kind, events, some_grounds | more)).last
    assert before is not None
    assert after is not None
    assert before <= after


@given(kinds, histories, grounds, some.booleans())
def test_a_known_end_is_the_longest_reason_and_every_sentence_ends(kind, events, held, disputed):
    holding = Holding(kind, events, held, disputed)
    expiry = expires_on(holding)
    terms = terms_of(holding, USUAL)
    if expiry.last is None:
        assert disputed or any(term.last is None for term in terms)
    else:
        assert not any(term.runs_on(expiry.last + timedelta(1)) for term in terms)
        assert any(term.runs_on(expiry.last) for term in terms)
    if expiry.restricted_from and expiry.last:
        assert expiry.restricted_from <= expiry.last
    assert all(reason.endswith(".") for reason in expiry.reasons)
    assert expiry.reasons[-1].startswith(kind.label)
