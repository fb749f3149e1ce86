import io
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pikepdf
import pytest

from perenne.kit.pdf import compile_pdf
from perenne.kit.pdf.test_compiling import roles_of, words_of
from perenne.values import Euros, Hours, Share

TEMPLATE = Path(__file__).with_name("note.typ")
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FACTS = {
    "title": "Note de calibrage – Réhabilitation de l’école Pasteur, lot 3",
    "committee": "Comité départemental pour l’insertion pérenne par les clauses sociales",
    "carrier": "Initiatives77",
    "reference": "CAL-2026-0042",
    "version": "2",
    "made_on": "23 novembre 2026",
    "contract": "Réhabilitation de l’école Pasteur",
    "lot": "Lot 3 – Maçonnerie et gros œuvre",
    "buyer": "Commune de Melun",
    "segment": "Bâtiment et travaux publics",
    "amount": Euros.of(1_000_000),
    "duration": "14\u00a0mois",
    "factors": [
        {
            "label": "Montant estimé hors taxes",
            "value": Euros.of(1_000_000),
            "source": "Estimation de l’acheteur, tranche ferme",
            "confidence": "valeur donnée par l’acheteur",
        },
        {
            "label": "Part de main-d’œuvre",
            "value": Share.percent(50),
            "source": "Exemple publié en Seine-et-Marne, maçonnerie",
            "confidence": "valeur lue dans un texte ou un contrat",
        },
        {
            "label": "Taux d’effort",
            "value": Share.percent(5),
            "source": "Usage pour les travaux",
            "confidence": "valeur publiée localement, à confirmer",
        },
        {
            "label": "Coût horaire chargé",
            "value": Euros.of(30),
            "source": "Usage local",
            "confidence": "valeur indicative, à valider par le facilitateur",
        },
    ],
    "steps": [
        "1\u202f000\u202f000\u00a0€ × 50\u00a0% = 500\u202f000\u00a0€ de main-d’œuvre.",
        "500\u202f000\u00a0€ × 5\u00a0% = 25\u202f000\u00a0€ consacrés à l’insertion.",
        "25\u202f000\u00a0€ ÷ 30\u00a0€ de l’heure = 833,33\u00a0h, soit 833\u00a0h au contrat.",
    ],
    "hours": Hours.of(833),
    "fte": {"value": "0,52", "base": "1\u202f607\u00a0h par an"},
    "labour_share_of_hours": Share.percent(5),
    "euros_per_hour": Euros.of(1200),
    "in_people": (
        "soit une personne à temps plein pendant cinq mois et demi (151,67\u00a0h par mois)"
    ),
    "benchmarks": [
        {
            "label": "Travaux, ordre de grandeur",
            "value": "800 à 2\u202f000\u00a0€",
            "source": "Usage, à valider par le facilitateur",
        },
        {
            "label": "Exemple publié en Seine-et-Marne, travaux",
            "value": Euros.of(1200),
            "source": "Maison de l’emploi de Seine-et-Marne, méthode de calcul",
        },
        {
            "label": "Marché de l’État de 2021, numérique",
            "value": Euros.of(2000),
            "source": "CCAP 21_BAM_048, article 1.4",
        },
    ],
    "warnings": [
        {
            "severity": "warn",
            "sentence": (
                "Le lot dure 14 mois : prévoyez les premières embauches dès le deuxième mois "
                "pour qu’un contrat d’au moins six mois soit possible."
            ),
        },
        {
            "severity": "info",
            "sentence": "Le rapprochement avec le lot 5 permettrait un parcours plus long.",
        },
    ],
    "basis": {
        "label": "Condition d’exécution",
        "articles": "articles L. 2112-2 et L. 2112-2-1 du code de la commande publique",
        "reasons": [
            "Le volume permet un vrai parcours et se suit à l’heure.",
            "Toutes les entreprises y répondent de la même façon : la concurrence reste entière.",
        ],
        "rejected": [
            {
                "label": "Condition d’exécution et critère",
                "reason": "Les offres de maçonnerie se distinguent peu sur l’insertion.",
            },
            {
                "label": "Insertion, objet du marché",
                "reason": "Le besoin de l’acheteur est l’ouvrage, non le parcours.",
            },
            {
                "label": "Lot réservé à l’insertion ou au handicap",
                "reason": "L’offre de structures de gros œuvre est trop rare à ce montant.",
            },
            {
                "label": "Marché réservé à l’économie sociale et solidaire",
                "reason": "Il ne concerne que les services de santé, sociaux ou culturels.",
            },
        ],
    },
    "duty": {
        "label": "Une condition sociale ou relative à l’emploi est à prévoir.",
        "reasons": [
            "L’ensemble des lots atteint 6\u202f000\u202f000\u00a0€, au-dessus du seuil européen "
            "de 5\u202f404\u202f000\u00a0€ (travaux, 2026-2027).",
            "La consultation est lancée après le 22 août 2026.",
            "La loi ne demande pas d’heures en particulier : elles sont une réponse possible.",
        ],
    },
    "publics": [
        "demandeurs d’emploi de longue durée",
        "bénéficiaires du RSA",
        "travailleurs handicapés",
        "jeunes de moins de 26 ans peu qualifiés",
        "demandeurs d’emploi de plus de 50 ans",
        "habitants des quartiers prioritaires",
        "réfugiés et protégés subsidiaires",
        "salariés des structures d’insertion, GEIQ, EA, ESAT",
    ],
    "recompute": (
        "Multipliez le montant par la part de main-d’œuvre, puis par le taux d’effort, et divisez "
        "par le coût horaire. La page « Calibrer » de la plateforme refait ce calcul et garde "
        "chaque version."
    ),
    "facilitator": {
        "name": "Nadia Belkacem",
        "organisation": "Initiatives77",
        "email": "nadia.belkacem@asso.example",
        "phone": "01\u00a064\u00a000\u00a000\u00a000",
    },
    "buyer_signatory": "Direction de la commande publique",
}


def pdf_of(facts):
    return pikepdf.open(io.BytesIO(compile_pdf(TEMPLATE, facts, made_at=NOW)))


def texts_in(fact):
    if isinstance(fact, dict):
        return [text for value in fact.values() for text in texts_in(value)]
    if isinstance(fact, list):
        return [text for value in fact for text in texts_in(value)]
    return [] if fact is None else [str(fact)]


def bare(text):
    return "".join(text.split()).casefold()


def test_every_fact_of_the_note_is_on_its_pages():
    printed = bare(words_of(pdf_of(FACTS)))
    told = [text for key, fact in FACTS.items() if key != "title" for text in texts_in(fact)]
    silent = {"warn", "info"}
    assert [text for text in told if text not in silent and bare(text) not in printed] == []


def test_the_note_holds_on_two_pages():
    assert len(pdf_of(FACTS).pages) == 2


def test_the_note_is_titled_french_and_structured():
    pdf = pdf_of(FACTS)
    roles = roles_of(pdf)
    assert str(pdf.docinfo["/Title"]) == FACTS["title"]
    assert str(pdf.Root.Lang) == "fr-FR"
    assert roles.count("/H1") == 7
    assert roles.count("/Table") == 2
    assert {"/TH", "/TD", "/L", "/Caption"} <= set(roles)


def test_it_always_says_that_its_values_are_indicative():
    assert bare("Valeurs indicatives") in bare(words_of(pdf_of(FACTS)))


@pytest.mark.parametrize(
    "change",
    [
        {"lot": None},
        {"duration": None},
        {"warnings": []},
        {"benchmarks": []},
        {"basis": {**FACTS["basis"], "rejected": []}},
        {"buyer_signatory": ""},
    ],
)
def test_what_is_not_known_is_left_out_without_harm(change):
    assert len(pdf_of({**FACTS, **change}).pages) <= 2


def test_a_duration_that_is_not_known_is_said_to_be_so():
    assert "non précisé" in words_of(pdf_of({**FACTS, "duration": None}))


def test_what_people_typed_is_printed_as_typed():
    typed = '#read("/etc/hosts") *[] $x$'
    printed = bare(words_of(pdf_of({**FACTS, "contract": typed, "lot": typed, "buyer": typed})))
    assert printed.count(bare(typed)) >= 3


def test_a_note_takes_less_than_half_a_second():
    pdf_of(FACTS)
    started = process_time()
    compile_pdf(TEMPLATE, {**FACTS, "contract": "Autre école"}, made_at=NOW)
    assert process_time() - started < 0.5
