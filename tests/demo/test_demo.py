"""The demo on an empty database: its totals, and that it was made as people would make it."""

import ast
import csv
import time
from collections import Counter
from datetime import date

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings

from perenne.domain.assessments.queries import last_edition
from perenne.domain.clauses.queries import clause_card, clauses_of, commitments_of, pieces_of
from perenne.domain.clauses.states import ClauseState
from perenne.domain.coverage.queries import (
    Responsible,
    facilitator_router,
    report_of,
    rerouted_without,
)
from perenne.domain.hirings.queries import crew_of
from perenne.domain.hours.queries import (
    SheetSieve,
    counts_of_sheets,
    sheet_card,
    sheets_of,
)
from perenne.domain.hours.states import SheetState
from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person
from perenne.domain.procurement.queries import View, contracts_of, silent_consultations
from perenne.domain.procurement.states import ContractForm
from perenne.domain.programming.queries import (
    Filter,
    comparison_card,
    every_purchase_in,
    lines_set_aside,
    programme_card,
    programmes_of,
)
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.territories.queries import communes, communes_of
from perenne.kit.journal.models import Entry
from perenne.kit.tenancy import within
from perenne.ops.demo import building, hirings, years
from perenne.ops.demo.partners import ACCOUNTS, COMPANY, PARTNERS, STRUCTURE
from perenne.ops.demo.people import BUYERS, COORDINATION, FACILITATORS, PASSWORD
from perenne.rules.needs import BuyerKind
from perenne.values import Hours, add_months

pytestmark = pytest.mark.django_db
SENT = (*years.BEFORE, *building.PROGRAMMES, *years.OTHERS)
TODAY = date(2026, 11, 23)
HOURS = ("hours", "home")


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once for all the tests below; what it said on the way."""
    said = []
    private = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path_factory.mktemp("files")},
    }
    with django_db_blocker.unblock(), within(settings.COMMITTEES[0]), transaction.atomic():
        with override_settings(STORAGES={"private": private}):
            building.build_demo(today=TODAY, say=said.append)
        yield said
        transaction.set_rollback(True)


def actor_of(player):
    seat = seat_of(person_id=Person.objects.get(email=player.email).pk, seat_id=None)
    return seat.actor


def sent_programmes():
    """File name → card, as the buyer who sent it sees it."""
    for kind, name in building.PROGRAMMES.items():
        buyer = actor_of(BUYERS[kind])
        row = programmes_of(seen_by=buyer).items[0]
        yield name, buyer, programme_card(row.id, seen_by=buyer)


def test_it_says_what_it_does(demo):
    assert [said for said in demo if not said.startswith("Page personnelle de")] == [
        "Communes de Seine-et-Marne",
        "Coordination, facilitateurs, acheteurs",
        "Entreprises, structures, prescripteurs",
        "Programmations de l’année précédente",
        *(f"Programmation : {name}" for name in building.PROGRAMMES.values()),
        "Consultations et marchés",
        "Clauses en exécution",
        "Personnes à vérifier",
        "Embauches",
        "Besoins",
        "Heures déclarées",
        "Globalisations",
        "Chiffres publics",
        "Bilans",
        "Réunions et attestations",
        "Heures qui manquent",
        "Autres programmations, motifs, prévisions",
    ]


def test_each_of_the_507_communes_has_its_facilitator_and_the_reason(demo):
    router = facilitator_router(on=TODAY)
    ours = communes_of("77")
    found = {commune.name: router.route(commune.name) for commune in ours}
    assert len(ours) == len(found) == 507
    assert sum(commune.population for commune in ours) == 1_468_108
    assert [name for name, routing in found.items() if not routing.reason.endswith(".")] == []
    names = Counter(routing.facilitator.name for routing in found.values())
    assert set(names) == {player.organisation for player in (*FACILITATORS, COORDINATION)}
    report = report_of(router)
    print(f"{report.resolved} of {len(report.communes)} communes: {dict(report.counts)}")
    assert report.resolved == len(report.communes) == 507
    assert report.by_body == names
    assert (report.orphans, report.shared) == ((), ())
    assert [row.commune.name for row in report.backed] == ["Servon"]


@pytest.mark.parametrize("absent", [*FACILITATORS, COORDINATION], ids=lambda one: one.email)
def test_an_absence_reroutes_every_commune_of_the_body_in_less_than_a_minute(demo, absent):
    """G1: with a backup to it, without one to whoever comes next."""
    router = facilitator_router(on=TODAY)
    body = next(
        routing.facilitator
        for routing in (router.route(commune.name) for commune in communes_of("77"))
        if routing.facilitator.name == absent.organisation
    )
    backup = next(
        Responsible(actor_of(player).organisation_id, player.organisation)
        for player in FACILITATORS
        if player != absent
    )
    began = time.monotonic()
    moved = rerouted_without(router, body.id)
    taken_over = rerouted_without(router, body.id, backup=backup)
    spent = time.monotonic() - began
    print(f"{absent.email}: {len(moved)} communes rerouted twice in {spent:.2f} s")
    assert spent < 60
    had = report_of(router).by_body[absent.organisation]
    assert len(taken_over) == had
    assert {row.after for row in taken_over} == {backup.name}
    if absent != COORDINATION:  # where it is away itself, nobody else stands behind Servon
        assert len(moved) == had
        assert {row.after for row in moved} == {COORDINATION.organisation}
        assert all("est en absence" in row.reason for row in moved)


def test_places_around_are_recognised_and_said_to_lie_outside(demo):
    router = facilitator_router(on=TODAY)
    assert len(communes()) == 507 + 4025
    for written, where in (
        ("91000 Évry-Courcouronnes", "de l’Essonne"), ("Montargis", "du Loiret"),
        ("Sens", "de l’Yonne"), ("Créteil", "du Val-de-Marne"), ("Paris 12e Arrondissement",
        "de Paris"), ("75012", "de Paris"), ("Château-Thierry", "de l’Aisne"),
    ):  # fmt: skip
        routing = router.route(written)
        assert routing.is_outside, written
        assert f"hors du département : voir la coordination {where} ;" in routing.reason


def test_old_names_lead_to_communes_of_today(demo):
    router = facilitator_router(on=TODAY)
    assert router.route("Écuelles").commune_name == "Moret-Loing-et-Orvanne"
    assert router.route("", seat="77166").commune_name == "Moret-Loing-et-Orvanne"


def test_each_commune_is_recognised_by_its_name_and_as_the_seat_of_a_buyer(demo):
    router = facilitator_router(on=TODAY)
    codes = {commune.insee_code for commune in communes_of("77")}
    assert {router.route(commune.name).commune_code for commune in communes_of("77")} == codes
    assert {router.route("", seat=code).commune_code for code in codes} == codes


def test_every_kind_of_buyer_plays_and_every_account_of_the_welcome_opens(demo, client, settings):
    settings.SECOND_FACTOR = "offered"  # as the demo says it does
    assert set(BUYERS) == set(BuyerKind)
    for _, email in ACCOUNTS:
        assert client.login(email=email, password=PASSWORD)
        assert client.get("/bureau/").status_code == 200


def test_every_partner_has_a_space_and_those_who_wait_are_on_the_desk(demo, client, settings):
    settings.SECOND_FACTOR = "offered"
    assert client.login(email=COORDINATION.email, password=PASSWORD)
    waiting = client.get("/organismes/").content.decode()
    for partner in PARTNERS:
        assert (partner.player.organisation in waiting) == (not partner.is_verified)


def test_contracts_of_every_form_are_lived_and_one_consultation_has_gone_silent(demo):
    coordination = actor_of(COORDINATION)
    found = contracts_of(seen_by=coordination, view=View.ALL).items
    print(Counter(row.form.label for row in found), Counter(row.state.label for row in found))
    assert {row.form for row in found} == set(ContractForm)
    assert len(silent_consultations(TODAY, seen_by=coordination)) == 1
    theirs = contracts_of(seen_by=actor_of(COMPANY.player), view=View.ALL).items
    references = sorted(row.reference.rpartition("-")[0] for row in theirs)
    assert references == [*["2026-CL"] * 5, "2026-MED"]  # what waits to be notified is not seen


def test_commitments_run_with_a_part_that_waits_for_its_answer(demo):
    rows = commitments_of(seen_by=actor_of(COMPANY.player), on=TODAY).items
    works, framework, *_followed_and_late = sorted(rows, key=lambda row: row.object)
    assert works.target.due == Hours.of(1_000)
    assert Hours(0) < framework.target.due < framework.target.expected
    asked = commitments_of(seen_by=actor_of(STRUCTURE.player), on=TODAY).items
    assert [(row.own.hours, row.own.state.value) for row in asked] == [(Hours.of(250), "proposed")]


def test_no_line_of_a_file_is_lost(demo):
    for name, buyer, card in sent_programmes():
        with (building.HERE / name).open(encoding="utf-8", newline="") as file:
            lines = sum(1 for _ in csv.reader(file))
        purchases = every_purchase_in(card.id, seen_by=buyer)
        aside = lines_set_aside(card.id, seen_by=buyer)
        numbers = [purchase.line_number for purchase in purchases] + [row.number for row in aside]
        assert sorted(numbers) == list(range(1, lines + 1)), name
        assert card.lines_total == card.lines_read == lines
        assert all(row.reason for row in aside)


def test_both_programmes_are_sent_and_every_purchase_reached_a_facilitator(demo):
    found = list(sent_programmes())
    assert len(found) == 2
    for _, buyer, card in found:
        assert card.state is ProgrammeState.SENT
        for purchase in every_purchase_in(card.id, seen_by=buyer):
            assert purchase.state is not PurchaseState.SCREENED
            assert purchase.facilitator
            assert purchase.routing_reason


def test_verdicts_of_every_kind_are_shown(demo):
    counts = [card.counts for _, _, card in sent_programmes()]
    for wanted in ("recommended", "to_study", "not_advised", "undecided", "under_duty", "doubtful"):
        assert sum(getattr(count, wanted) for count in counts) > 0, wanted
    assert all(count.hours.whole > 5_000 for count in counts)
    assert all(
        count.recommended + count.to_study + count.not_advised + count.undecided == count.purchases
        for count in counts
    )


def test_clauses_wait_at_each_step_of_their_life(demo):
    everywhere = actor_of(COORDINATION)
    rows = clauses_of(seen_by=everywhere).items
    states = Counter(row.state for row in rows)
    assert states[ClauseState.DRAFT] >= 2
    assert states[ClauseState.WORDED] >= 2
    agreed = ("SUBMITTED", "APPROVED", "PUBLISHED", "DROPPED")
    assert all(states[ClauseState[name]] >= 1 for name in agreed)
    for row in rows:
        card = clause_card(row.id, seen_by=everywhere)
        if card.state is ClauseState.WORDED:
            assert card.hours_due.minutes > 0
            assert all(piece.sections for piece in pieces_of(card))


def test_some_purchase_is_set_aside_with_its_reason(demo):
    purchases = [
        purchase
        for _, buyer, card in sent_programmes()
        for purchase in every_purchase_in(card.id, seen_by=buyer)
    ]
    aside = [purchase for purchase in purchases if purchase.state is PurchaseState.LEFT_ASIDE]
    assert aside
    assert all(purchase.aside_reason for purchase in aside)


def test_the_year_before_is_compared_some_lines_are_motivated_and_hours_are_published(demo):
    everywhere = actor_of(COORDINATION)
    for _, buyer, card in sent_programmes():
        compared = comparison_card(card.id, seen_by=buyer)
        counts = {name: compared.counts[name] for name in Filter}
        print(card.buyer_name, counts, card.counts.justified)
        assert compared.previous.year == card.year - 1
        assert all(counts[name] for name in (Filter.ADDED, Filter.CHANGED, Filter.REMOVED))
        assert card.counts.justified == 1
    assert sum(
        comparison_card(card.id, seen_by=everywhere).counts[Filter.CLAUSED]
        for *_, card in sent_programmes()
    )
    edition = last_edition()
    shown = [row for row in edition.segments if row.total is not None]
    print(f"forecast: {len(edition.segments)} segments, {len(shown)} totals shown")
    assert shown


def test_it_calls_actions_and_queries_only():
    """No table is written behind the back of an action, whose journal and rules then hold."""
    tree = ast.parse((building.HERE / "building.py").read_text())
    rooms = {
        node.module.split(".")[3]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("perenne.domain.")
    }
    assert rooms == {"actions", "queries"}


def test_every_act_left_its_line_in_the_journal(demo):
    acts = Counter(Entry.objects.values_list("act", flat=True))
    clauses = clauses_of(seen_by=actor_of(COORDINATION)).total
    assert acts["organisation.register"] == 1 + sum(map(len, (FACILITATORS, BUYERS, PARTNERS)))
    assert acts["programme.receive"] == acts["programme.send"] == len(SENT)
    assert acts["clause.open"] == clauses
    assert acts["clause.word"] == acts["clause.calibrate"] + acts["clause.send_back"]
    assert acts["lot.publish"] > acts["clause.publish"] > 0  # some lots carry no clause
    assert acts["commitment.open"] == acts["clause.start"] == 6
    assert acts["clause.drop"] == 1


def test_eight_persons_work_for_the_demo_company_and_their_hours_count_from_the_first_day(demo):
    company = actor_of(COMPANY.player)
    crew = crew_of(COMPANY.siret, TODAY.replace(day=1), seen_by=company)
    at_work = {one.last_name for one in crew}
    assert at_work == {one.last_name for one in hirings.CREW if not one.ends}
    assert len(crew) == 8
    assert all(one.days.start == TODAY.replace(day=1) for one in crew)
    kept = crew_of(COMPANY.siret, add_months(TODAY.replace(day=1), -3), seen_by=company)
    assert "Kaddour" in {one.last_name for one in kept}


def test_six_months_of_hours_are_answered_and_the_last_one_waits(demo):
    """By the coordination, who sees them all: the surplus of the gardens waits for a plan."""
    seen_by = actor_of(COORDINATION)
    counts = counts_of_sheets(SheetSieve(), seen_by=seen_by)
    rows = {
        state: sheets_of(SheetSieve(state), seen_by=seen_by, on=TODAY, total=number).items
        for state, number in counts.items()
    }
    assert {state.value: len(its) for state, its in rows.items()} == {
        "declared": 2, "disputed": 1, "validated": 11,
    }  # fmt: skip
    (disputed,) = rows[SheetState.DISPUTED]
    assert disputed.is_answered
    assert {row.asked for row in rows[SheetState.DECLARED]} == {0, 1}
    cards = [sheet_card(row.id, seen_by=seen_by, on=TODAY) for row in rows[SheetState.VALIDATED]]
    (corrected,) = (card for card in cards if card.has_mends)
    assert corrected.lines[0].mends[0].minutes == -210
    declared, counted = (sum(getattr(card, name).minutes for card in cards) for name in HOURS)
    print(f"{declared // 60} h validated, {counted // 60} h counted at home")
    assert 0 < counted < declared
