"""A facilitator validates forty statements in two actions, discusses one, corrects and moves."""

import pytest
from playwright.sync_api import expect

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import Line, declare_sheet
from perenne.domain.hours.factories import new_sheet
from perenne.domain.hours.models import Sheet, Statement
from perenne.domain.hours.tests.conftest import MONTH, NOW
from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person
from perenne.domain.procurement.factories import new_party
from perenne.ops.demo.hirings import GARDENS
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import FACILITATORS
from tests.journeys.sight import PHONE
from tests.journeys.test_eligibility import sign_in

pytestmark = pytest.mark.journey
MARNE, SEINE, *_ = FACILITATORS
FORTY = 40


def actor_of(email):
    return seat_of(person_id=Person.objects.get(email=email).pk, seat_id=None).actor


def forty_companies_declare():
    """Forty subcontractors of one contract, in the month of October, each with its own person."""
    facilitator, company = actor_of(MARNE.email), actor_of(COMPANY.player.email)
    there = new_commitment(facilitator, company=company, object="Hôpital neuf", hours=9_000)
    lead = whole_of(there).party
    statements = []
    for number in range(1, FORTY + 1):
        party = new_party(there.contract, under=lead, name=f"Entreprise d’essai {number:02d}")
        hiring = new_hiring(commitment=there, party=party, facilitator=facilitator)
        sheet = new_sheet(hiring)
        statements.append(sheet.statement_id)
        Statement.objects.filter(pk=sheet.statement_id).update(
            organisation_id=company.organisation_id
        )
        lines = [Line(hiring.pk, 8_400 + 30 * number)]
        declare_sheet(sheet_id=sheet.pk, lines=lines, by=company, now=NOW)
    Statement.objects.filter(pk__in=statements).update(organisation=None)


def test_forty_statements_in_bulk_then_one_that_needs_care(person, department):
    forty_companies_declare()
    facilitator = person()
    sign_in(facilitator, MARNE.email)
    facilitator.follow(facilitator.link("Heures").first)
    facilitator.arrive("Heures")
    facilitator.look("facilitateur-7-heures", PHONE)
    october = facilitator.page.get_by_label("Mois")
    october.select_option(f"{MONTH:%Y-%m}")
    facilitator.follow(facilitator.button("Filtrer"))
    facilitator.arrive("Heures")
    expect(facilitator.page.locator("input[name=sheet]:checked")).to_have_count(FORTY)
    before = facilitator.clicks
    facilitator.follow(facilitator.button("Valider les relevés cochés"))
    facilitator.arrive("Heures")
    facilitator.sees(f"{FORTY} relevés sont validés")
    print(f"{FORTY} statements validated in {facilitator.clicks - before} act from their list")
    assert Sheet.objects.filter(month=MONTH, state="validated").count() >= FORTY


def test_a_month_is_discussed_corrected_and_moved(person, department):
    facilitator = person()
    sign_in(facilitator, SEINE.email)
    facilitator.follow(facilitator.link("Heures").first)
    facilitator.arrive("Heures")
    facilitator.follow(some(facilitator, "En discussion").first)
    facilitator.arrive("Heures")
    facilitator.follow(some(facilitator, GARDENS).first)
    facilitator.arrive(COMPANY.player.organisation)
    facilitator.sees("Un avenant de deux mois a porté son contrat")
    facilitator.look("facilitateur-8-echanges", PHONE)
    facilitator.follow(facilitator.button("Clore la discussion"))
    facilitator.arrive(COMPANY.player.organisation)
    facilitator.follow(facilitator.button("Valider ce relevé"))
    facilitator.arrive("Heures")
    facilitator.sees("Un relevé est validé")

    facilitator.follow(some(facilitator, "Validés").first)
    facilitator.arrive("Heures")
    facilitator.follow(some(facilitator, GARDENS).last)
    facilitator.arrive(COMPANY.player.organisation)
    corrects(facilitator)


def some(facilitator, name):
    """Links that say more than this to who does not see them."""
    return facilitator.page.get_by_role("link", name=name)


def corrects(facilitator):
    facilitator.follow(some(facilitator, "Corriger les heures").first)
    facilitator.arrive("Corriger des heures validées")
    facilitator.fill("Heures réellement travaillées", "100")
    facilitator.fill("Motif", "Un arrêt avait été compté comme du travail.")
    facilitator.follow(facilitator.button("Voir l’effet de la correction"))
    facilitator.arrive("Corriger des heures validées")
    facilitator.sees("Effet sur les engagements")
    facilitator.look(None, PHONE)
    facilitator.follow(facilitator.button("Enregistrer la correction"))
    facilitator.arrive(COMPANY.player.organisation)
    facilitator.sees("La correction est enregistrée")
    facilitator.follow(some(facilitator, "Déplacer les heures").first)
    facilitator.arrive("Déplacer des heures validées")
    facilitator.look()
