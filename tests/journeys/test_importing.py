"""A company fills the template of its month and sends it back: read, checked, written."""

import io

import pytest
from django.conf import settings
from django.utils.timezone import localdate
from openpyxl import load_workbook

from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.organisations.models import Organisation
from perenne.domain.participants.factories import new_participant
from perenne.kit.tenancy import within
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import PASSWORD
from perenne.values import add_months
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey
MONTH = add_months(localdate().replace(day=1), -1)
EMMA, NOAH = ("Emma", "Ozanne"), ("Noah", "Quentin")


@pytest.fixture(scope="module")
def crew(department):
    """Two people whose hours count for a commitment of the company, since that month."""
    with within(settings.COMMITTEES[0]):
        name = COMPANY.player.organisation
        company = Organisation.objects.get(name=name)
        shares = CommitmentShare.objects.filter(
            party__organisation=company, state="accepted", commitment__closed_on=None,
            commitment__contract__starts_on__lte=MONTH, parent=None,
        )  # fmt: skip
        commitment = shares.order_by("pk").first().commitment
        for first, last in (EMMA, NOAH):
            person = new_participant(code=f"P-{last[:5]}", first_name=first, last_name=last)
            new_hiring(
                person, commitment, starts_on=MONTH, counts_from=MONTH,
                regularised_because="Vérifiée dès la demande.",
            )  # fmt: skip


def test_the_template_goes_out_comes_back_and_is_written(person, department, crew):
    company = person()
    sign_in(company, COMPANY.player.email)
    company.open("/heures/importer/")
    company.arrive("Importer des heures")
    company.follow(company.page.get_by_text("Prenez le modèle"))
    company.look(None, PHONE)
    _, content = company.download(company.button("Télécharger le modèle"))
    company.choose_file("Votre fichier d’heures", "heures.xlsx", filled(content))
    company.follow(company.button("Lire le fichier"))
    company.arrive("heures.xlsx")
    company.sees("n’est pas une durée")
    company.look(None, PHONE)
    company.follow(company.button("Enregistrer ces heures"))
    company.sees("Heures enregistrées")
    company.look(None, PHONE)
    print(f"{company.clicks} gestures from the template to the hours written")


def sign_in(someone, email):
    someone.open("/bureau/")
    someone.arrive("Connexion")
    someone.fill("Adresse électronique", email)
    someone.fill("Mot de passe", PASSWORD)
    someone.press("Enter")
    someone.arrive("Aujourd’hui")


def filled(content):
    """Seven hours and a half on the first days for one, and a slip for the other."""
    book = load_workbook(io.BytesIO(content))
    headings, *rows = book.active.iter_rows()
    at = {cell.value: cell.column - 1 for cell in headings}
    for row in rows:
        if row[at["Nom"]].value == EMMA[1]:
            row[at["1"]].value = row[at["2"]].value = 7.5
        if row[at["Nom"]].value == NOAH[1]:
            row[at["1"]].value = "7h75"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
