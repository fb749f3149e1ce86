"""The public site at the keyboard: one journey for each of those who come."""

import pytest

from perenne.ops.demo.people import COORDINATION, PASSWORD

pytestmark = pytest.mark.journey


def test_a_buyer_checks_the_duty_and_finds_the_five_possibilities(person):
    buyer = person()
    buyer.open("/")
    buyer.arrive("Quels marchés peuvent porter une clause sociale")
    buyer.follow(buyer.page.get_by_role("main").get_by_role("link", name="Je suis acheteur"))
    buyer.arrive("Je suis acheteur")
    buyer.look()
    buyer.follow(buyer.page.get_by_role("main").get_by_role("link", name="L’obligation légale"))
    buyer.arrive("L’obligation légale depuis août 2026")
    buyer.look()
    buyer.follow(buyer.button("Vérifier"))
    buyer.stands_on(buyer.page.locator("[data-error-summary]"))
    buyer.fill("Valeur estimée du marché entier", "beaucoup")
    buyer.follow(buyer.button("Vérifier"))
    buyer.sees("Écrivez un montant en euros")
    buyer.fill("Valeur estimée du marché entier", "300 000")
    buyer.fill("Envoi de l’avis", "01/12/2026")
    buyer.reach(buyer.field("Nature du contrat"))
    buyer.page.keyboard.type("Services")
    buyer.follow(buyer.button("Vérifier"))
    buyer.sees("L’acheteur doit")
    buyer.sees("Condition sociale ou d’emploi obligatoire")
    buyer.look()
    buyer.follow(buyer.link("Les cinq possibilités de la commande publique"))
    buyer.arrive("Les cinq possibilités")
    buyer.look()
    buyer.follow(buyer.link("Dans quels achats mettre une clause ?"))
    buyer.arrive("Dans quels achats")
    buyer.look()
    buyer.follow(buyer.page.get_by_role("main").get_by_role("link", name="Déposez votre programm"))
    buyer.arrive("Je transmets la programmation")


def test_a_company_learns_whom_to_hire_how_and_what_happens_otherwise(person):
    company = person()
    company.open("/entreprises/")
    company.arrive("Je suis une entreprise")
    company.look()
    company.skip_to_content()
    company.follow(company.link("la liste des publics éligibles"))
    company.arrive("La liste des publics éligibles")
    company.look()
    company.fill("Situation, structure ou justificatif", "quartié")
    company.follow(company.button("Chercher dans la liste"))
    company.sees("Habitant d’un quartier prioritaire")
    company.look("public-publics")
    for title in (
        "Les modalités d’embauche",
        "La globalisation des heures, expliquée",
        "Que se passe-t-il si les heures ne sont pas faites ?",
        "Je réponds à un marché intégrant une clause sociale",
    ):
        company.follow(company.page.get_by_role("complementary").get_by_role("link", name=title))
        company.arrive(title.removesuffix(" ?"))
        company.look()


def test_a_structure_and_a_person_find_whom_to_call(person):
    for path, title in (
        ("/structures/", "Je suis une structure d’insertion"),
        ("/personnes/", "Je cherche un emploi"),
    ):
        visitor = person()
        visitor.open(path)
        visitor.arrive(title)
        visitor.look()
        visitor.follow(visitor.page.get_by_role("complementary").get_by_role("link").first)
        visitor.arrive("Contacter la coordination")
        visitor.sees(COORDINATION.email)
        visitor.look()


def test_a_question_typed_badly_is_answered(person):
    visitor = person()
    visitor.open("/questions/")
    visitor.arrive("Questions et réponses")
    visitor.look()
    visitor.follow(visitor.page.locator("summary", has_text="Un acheteur est-il obligé"))
    visitor.sees("Jusqu’au 21 août 2026")
    visitor.look()
    visitor.fill("Votre question, ou quelques mots", "globalisasion des heures")
    visitor.press("Enter")
    visitor.sees("pour « globalisasion des heures »")
    visitor.sees("Une même personne travaille sur plusieurs marchés")
    visitor.look("public-questions")
    visitor.follow(visitor.link("L’explication, avec un exemple chiffré"))
    visitor.arrive("La globalisation des heures")


def test_the_pages_at_the_foot_of_the_site(person):
    visitor = person()
    for name, title in (
        ("Plan du site", "Plan du site"),
        ("Mentions légales", "Mentions légales"),
        ("Accessibilité", "Déclaration d’accessibilité"),
    ):
        visitor.open("/actualites/")
        visitor.arrive("Actualités")
        visitor.follow(visitor.page.locator("footer").get_by_role("link", name=name))
        visitor.arrive(title)
        visitor.look()


def test_the_coordination_changes_a_page_without_a_developer(person):
    coordination = person()
    coordination.open("/contenus/")
    sign_in(coordination)
    coordination.arrive("Contenus du site")
    coordination.look()
    coordination.follow(coordination.link("Pourquoi une clause sociale"))
    coordination.arrive("Pourquoi une clause sociale")
    coordination.fill("Titre", "Pourquoi mettre une clause")
    coordination.follow(coordination.button("Aperçu"))
    coordination.sees("Aperçu, rien n’est enregistré")
    coordination.look()
    coordination.follow(coordination.button("Enregistrer une version"))
    coordination.sees("Votre version est enregistrée.")
    coordination.follow(coordination.button("Publier cette version"))
    coordination.sees("Ce texte est publié.")
    coordination.look("coordination-contenus")
    coordination.follow(coordination.link("Voir sur le site"))
    coordination.arrive("Pourquoi mettre une clause")
    coordination.page.go_back()
    coordination.follow(coordination.link("Versions"))
    coordination.arrive("Versions")
    coordination.look()


def sign_in(one):
    one.fill("Adresse électronique", COORDINATION.email)
    one.fill("Mot de passe", PASSWORD)
    one.press("Enter")
