"""The public tools, by the keyboard: no account, and an address that says everything again."""

import io

import pikepdf
import pytest

pytestmark = pytest.mark.journey

ANSWER = "#resultat"


def shared(person, name="Copier le lien"):
    """The link, as the clipboard holds it once the button is pressed."""
    person.follow(person.button(name))
    person.sees("Copié")
    return person.page.evaluate("navigator.clipboard.readText()")


def test_a_buyer_calibrates_sees_the_hours_come_and_sends_the_link(person):
    buyer = person()
    buyer.open("/outils/")
    buyer.arrive("Quatre outils, sans compte")
    buyer.look()
    buyer.skip_to_content()
    buyer.follow(buyer.page.get_by_role("link", name="Calibrer une clause"))
    buyer.arrive("Combien d’heures d’insertion pour ce marché")
    buyer.look()
    buyer.fill("Montant du marché", "1 000 000")
    result = buyer.page.locator(ANSWER)
    buyer.sees_in(result, "833")
    buyer.fill("Taux d’effort", "10")
    buyer.sees_in(result, "1\u202f666")
    assert "effort=10" in buyer.page.url
    buyer.fill("Durée du marché", "6")
    buyer.sees_in(result, "pendant les 6\u00a0mois")
    buyer.look()
    name, content = buyer.download(buyer.link("Note de calibrage (PDF)"))
    assert name == "calibrage-1666-heures.pdf"
    assert len(pikepdf.open(io.BytesIO(content)).pages) <= 2
    link = shared(buyer)

    colleague = person()
    colleague.page.goto(f"{colleague.site}/{link.split('/', 3)[3]}")
    colleague.arrive("Combien d’heures d’insertion pour ce marché")
    colleague.sees_in(colleague.page.locator(ANSWER), "1\u202f666")
    assert colleague.field("Durée du marché").input_value() == "6"


def test_a_mistake_is_told_beside_its_field_and_nothing_is_typed_twice(person):
    buyer = person()
    buyer.open("/outils/calibrage/")
    buyer.arrive("Combien d’heures")
    buyer.fill("Montant du marché", "un million")
    buyer.fill("Part de main-d’œuvre", "60")
    buyer.follow(buyer.button("Calculer les heures"))
    buyer.arrive("Combien d’heures")
    buyer.stands_on(buyer.page.locator("[data-error-summary]"))
    assert buyer.field("Montant du marché").input_value() == "un million"
    assert buyer.field("Part de main-d’œuvre").input_value() == "60"
    buyer.look()


def test_a_company_weighs_a_clause_before_its_bid_and_takes_the_annex_away(person):
    company = person()
    company.open("/outils/simulateur/")
    company.arrive("Que demande cette clause à mon entreprise")
    company.look()
    company.fill("Heures d’insertion demandées", "833")
    company.fill("Durée du marché", "6")
    company.fill("Commune où le marché s’exécute", "Meaux")
    result = company.page.locator(ANSWER)
    company.sees_in(result, "À appeler pour Meaux")
    company.sees_in(result, "Claire Moreau")
    company.fill("Heures en embauche directe", "900")
    company.follow(company.button("Voir ce que cela représente"))
    company.arrive("Que demande cette clause")
    company.stands_on(company.page.locator("[data-error-summary]"))
    company.look()
    company.fill("Heures en embauche directe", "500")
    company.fill("Nom de votre entreprise", "Bâti Brie")
    company.follow(company.button("Voir ce que cela représente"))
    company.arrive("Que demande cette clause")
    company.sees_in(result, "Quatre façons de faire ces heures")
    company.follow(company.page.locator("summary").filter(has_text="Former en alternance"))
    company.look()
    name, content = company.download(company.link("Annexe préremplie (Word)"))
    assert (name, content[:2]) == ("annexe-insertion.docx", b"PK")
    name, content = company.download(company.link("Annexe préremplie (PDF)"))
    assert (name, content[:4]) == ("annexe-insertion.pdf", b"%PDF")


def test_the_globalisation_is_understood_by_changing_the_example(person):
    company = person()
    company.open("/outils/globalisation/")
    company.arrive("Une personne, plusieurs marchés")
    result = company.page.locator(ANSWER)
    company.sees_in(result, "120\u00a0h comptées grâce à la globalisation")
    company.look()
    company.fill("Mois 1 : heures", "100")
    company.sees_in(result, "730\u00a0h")
    company.follow(company.button("Partager les heures"))
    company.arrive("Une personne, plusieurs marchés")
    company.sees_in(result, "730\u00a0h")
    company.look()
    assert "m1-heures=100" in shared(company)


def test_a_buyer_finds_a_clause_completes_it_and_copies_it(person):
    buyer = person()
    buyer.open("/outils/clausier/")
    buyer.arrive("Des clauses prêtes à copier")
    buyer.look()
    buyer.fill("Mots", "cantine")
    buyer.sees_in(buyer.page.locator(ANSWER), "Restauration collective et traiteur")
    buyer.look()
    buyer.follow(buyer.link("Lire la clause : Condition d’exécution"))
    buyer.arrive("Condition d’exécution")
    buyer.look()
    buyer.fill("Volume d’heures", "500")
    texts = buyer.page.locator("#textes")
    buyer.sees_in(texts, "500\u00a0h")
    copy = buyer.page.locator("#textes .piece").nth(2).get_by_role("button", name="Copier le texte")
    buyer.follow(copy)
    buyer.sees("Copié")
    copied = buyer.page.evaluate("navigator.clipboard.readText()")
    assert "volume minimal de 500 heures" in " ".join(copied.split())
    assert "Restauration collective et traiteur" in copied
    name, content = buyer.download(
        buyer.page.locator("#textes .piece").nth(2).get_by_role("link", name="Télécharger (Word)")
    )
    assert (name, content[:2]) == ("ccap-condition-d-execution.docx", b"PK")
    buyer.look()


def test_everything_works_without_any_script(browser, department):
    context = browser.new_context(locale="fr-FR", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{department.address}/outils/calibrage/")
    page.get_by_label("Montant du marché").fill("1 500 000")
    page.get_by_label("Segment d’achat ou métier").select_option("peinture-revetements-muraux")
    page.get_by_role("button", name="Calculer les heures").click()
    assert "3\u202f500" in page.locator(ANSWER).inner_text()
    page.goto(f"{department.address}/outils/clausier/")
    page.get_by_label("Mots").fill("pénalités")
    page.get_by_role("button", name="Chercher").click()
    assert page.locator(ANSWER).get_by_role("link", name="10.12 – Pénalités").count() == 5
    context.close()
