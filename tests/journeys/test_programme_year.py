"""From one year to the next: what changed, what waits, why no clause, what comes."""

import pytest

from perenne.ops.demo.people import BUYERS, COORDINATION, FACILITATORS
from perenne.rules.needs import BuyerKind
from tests.journeys.test_facilitator import sign_in

pytestmark = pytest.mark.journey
BUYER = BUYERS[BuyerKind.LOCAL_AUTHORITY]
FACILITATOR = next(player for player in FACILITATORS if player.email.startswith("facilitatrice.m"))
REASON = (
    "Les prestations tiennent en deux visites par an d’un technicien agréé, hors de nos locaux."
)


def test_a_buyer_reads_what_changed_and_motivates_a_line_without_a_clause(person):
    buyer = person()
    sign_in(buyer, BUYER.email)
    buyer.follow(buyer.page.get_by_role("link", name="Programmation 20").first)
    buyer.arrive("Programmation")
    buyer.sees("lignes soumises à une condition sociale")
    buyer.look()
    buyer.follow(buyer.link("Comparer"))
    buyer.arrive("D’une programmation à l’autre")
    buyer.look()
    buyer.follow(buyer.page.get_by_role("link", name="Retirés avec clause"))
    buyer.arrive("D’une programmation à l’autre")
    buyer.sees("Une clause existe")
    buyer.follow(buyer.page.get_by_role("link", name="Programmation 20").first)
    buyer.arrive("Programmation")
    buyer.follow(buyer.page.get_by_role("link", name="sans réponse").first)
    buyer.arrive("Programmation")
    buyer.follow(buyer.link("Motiver l’absence").first)
    motivate(buyer)


def motivate(buyer):
    buyer.arrive("Motiver l’absence de clause")
    buyer.look()
    buyer.follow(buyer.page.locator("main .doors a").first)
    buyer.arrive("Écrire le motif")
    buyer.look()
    for label in buyer.page.locator("main form label").all_text_contents():
        buyer.fill(label.strip(), REASON)
    buyer.follow(buyer.button("Garder ce motif"))
    buyer.arrive("Motif d’exception")
    buyer.sees("En vigueur")
    buyer.look()
    name, content = buyer.download(buyer.link("Télécharger (PDF)").first)
    assert name.startswith("motif-")
    assert content.startswith(b"%PDF-1.")


def test_a_facilitator_sees_deadlines_and_settles_a_match(person):
    facilitator = person()
    sign_in(facilitator, FACILITATOR.email)
    facilitator.follow(facilitator.link("Programmations"))
    facilitator.arrive("Programmations")
    facilitator.follow(facilitator.link("Échéances"))
    facilitator.arrive("Mes achats par échéance")
    facilitator.look()
    facilitator.follow(facilitator.link("Programmations"))
    facilitator.arrive("Programmations")
    facilitator.follow(
        facilitator.page.get_by_role("row")
        .filter(has_text="Boucles de la Marne")
        .first.get_by_role("link")
    )
    facilitator.arrive("Programmation")
    facilitator.follow(facilitator.link("Comparer"))
    facilitator.arrive("D’une programmation à l’autre")
    facilitator.follow(facilitator.page.get_by_role("link", name="Vérifier").first)
    facilitator.sees("Est-ce le même achat ?")
    facilitator.look()
    facilitator.follow(facilitator.button("C’est le même achat"))
    facilitator.arrive("D’une programmation à l’autre")
    facilitator.sees("Le rapprochement est confirmé.")


def test_the_coordination_counts_answers_and_gives_a_purchase_to_another(person):
    coordination = person()
    sign_in(coordination, COORDINATION.email)
    coordination.sees("Charge des facilitateurs")
    coordination.look("coordination-1-aujourdhui", at="#charge")
    coordination.follow(coordination.link("Programmations"))
    coordination.arrive("Programmations")
    coordination.follow(coordination.link("Obligation légale"))
    coordination.arrive("Obligation légale")
    coordination.look()
    coordination.open("/programmation/achats/")
    coordination.arrive("Échéances des achats")
    coordination.look()
    coordination.follow(coordination.page.get_by_role("link", name="Confier à un autre").first)
    coordination.sees("Confier à un autre facilitateur")
    coordination.look()
    coordination.reach(coordination.field("Confier à"))
    coordination.press("ArrowDown")
    coordination.fill("Pourquoi ?", "Spécialiste de ces travaux.")
    coordination.follow(coordination.button("Confier"))
    coordination.arrive("Échéances des achats")
    coordination.sees("L’achat est confié à un autre facilitateur.")


def test_anybody_reads_the_hours_to_come_and_asks_for_them_by_mail(person):
    visitor = person()
    visitor.open("/previsions/")
    visitor.arrive("Heures d’insertion à venir")
    visitor.sees("Consultations attendues")
    visitor.look()
    visitor.follow(visitor.link("Recevoir par courriel"))
    visitor.arrive("Recevoir les prévisions")
    visitor.look()
    visitor.fill("Adresse électronique", "structure@exemple.test")
    visitor.tick("Nettoyage")
    visitor.follow(visitor.button("M’abonner"))
    visitor.sees("Un lien vous attend")
    visitor.look()
