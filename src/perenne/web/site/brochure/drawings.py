"""The drawings that no table of the rules gives: each says what it shows to those who listen."""

from __future__ import annotations

from datetime import date

from perenne.rules.deadlines.delays import DELAYS, Delay
from perenne.rules.deadlines.falling_due import SAID
from perenne.rules.french import in_full
from perenne.rules.hours.apportioning import apportion
from perenne.rules.law import Dated
from perenne.rules.texts import CONCESSION_DUTY, DUTY
from perenne.rules.thresholds import DUTY_DAY
from perenne.values import Hours
from perenne.web.site.booklet.parts import Part, flow, table, upper_first

WORKED, OWED = Hours.of(140), (Hours.of(300), Hours.of(100))
NAMES = ("Marché A, 300 h restent dues", "Marché B, 100 h restent dues")
LIFE = (
    ("Repérer", "Transmettre la programmation : chaque achat reçoit un avis motivé."),
    ("Calibrer", "Fixer le volume d’heures avec le facilitateur, hypothèses à l’appui."),
    ("Rédiger", "Écrire la clause dans l’avis, le RC, le CCAP, le CCTP et l’acte d’engagement."),
    ("Choisir", "Recevoir l’engagement signé, noter le critère s’il y en a un."),
    ("Démarrer", "Réunir l’entreprise et le facilitateur dès la notification."),
    ("Embaucher", "Faire vérifier l’éligibilité de chaque personne avant son embauche."),
    ("Suivre", "Relever les heures, lire les bilans, alerter tôt."),
    ("Évaluer", "Compter les heures, les contrats longs, les sorties vers l’emploi."),
)

QUESTIONS = (
    (
        "L’acheteur est-il soumis au Code de la commande publique ?",
        "La clause est une stipulation du contrat privé : elle est libre.",
        ("oui", "non"),
    ),
    (
        "Est-ce un marché de défense ou de sécurité ?",
        "La condition reste une faculté.",
        ("non", "oui"),
    ),
    (
        f"La consultation est-elle lancée à partir du {in_full(DUTY_DAY)} ?",
        "La condition reste une faculté.",
        ("oui", "non"),
    ),
    (
        "La valeur du marché entier atteint-elle le seuil européen ?",
        "La condition reste une faculté, et les objectifs de développement durable se prennent "
        "en compte quel que soit le montant.",
        ("oui", "non"),
    ),
    (
        "L’un des motifs de dispense est-il établi par écrit ?",
        "L’acheteur s’en dispense et garde l’écrit au dossier.",
        ("non", "oui"),
    ),
)
"""What is asked, what follows from the other answer; the answer that goes on, the other one."""


def life() -> Part:
    return flow(
        "La vie d’une clause, en huit étapes : "
        + " ; ".join(f"{label.lower()}, {said}" for label, said in LIFE),
        LIFE,
    )


def duty_questions() -> Part:
    end = (
        "Le marché prévoit une condition d’exécution sociale ou relative à l’emploi : "
        f"{DUTY.article} (concessions : {CONCESSION_DUTY.article})."
    )
    told = " ; ".join(f"{ask} Si {no} : {otherwise}" for ask, otherwise, (_, no) in QUESTIONS)
    return {
        "kind": "questions",
        "alt": f"Cinq questions pour savoir si la condition est due. {told} Sinon : {end}",
        "rows": [
            {"ask": ask, "otherwise": otherwise, "yes": yes, "no": no}
            for ask, otherwise, (yes, no) in QUESTIONS
        ],
        "end": end,
    }


def shared_month() -> Part:
    parts = apportion(WORKED.minutes, tuple(owed.minutes for owed in OWED))
    told = [(name, Hours(part)) for name, part in zip(NAMES, parts, strict=True)]
    return {
        "kind": "shares",
        "alt": f"{WORKED} travaillées en mars se partagent : "
        + " ; ".join(f"{hours} pour le {name}" for name, hours in told)
        + ".",
        "whole": f"Mars : une personne travaille {WORKED}",
        "parts": [
            {"label": name, "said": str(hours), "share": hours.minutes * 100 / WORKED.minutes}
            for name, hours in told
        ],
    }


def calendar(on: date) -> Part:
    rows = [
        (
            it.label,
            upper_first(it.actor.label),
            SAID[it.unit].format(_span(it, on)),
            upper_first(it.event.label),
        )
        for it in DELAYS
    ]
    header = ("Ce qui est à faire", "Par qui", "Délai", "À compter de")
    return table("Les délais de la vie d’une clause", (1.7, 1, 1.1, 1.4), header, rows)


def _span(delay: Delay, on: date) -> int:
    return delay.span.on(on) if isinstance(delay.span, Dated) else delay.span.value
