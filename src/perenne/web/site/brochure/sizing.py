"""The chapter that reckons hours: an example, what it means in people, what is too small."""

from __future__ import annotations

from perenne.rules.calibration import (
    Hypotheses,
    calibrate,
    contractual,
    crews,
    defaults_for,
    in_people,
    least_amount,
)
from perenne.rules.calibration.numbers import COMFORT_HOURS, FLOOR_HOURS
from perenne.rules.segments import find_segment
from perenne.values import Euros, FteBase, Hours
from perenne.web.design.numbers import write_number
from perenne.web.site.booklet.parts import (
    Part,
    chapter,
    figures,
    heading,
    listing,
    note,
    paragraph,
    table,
    upper_first,
)

AMOUNT, MONTHS = Euros.of(1_000_000), 12


def sizing() -> Part:
    usual = defaults_for(find_segment("", None))
    based = Hypotheses(
        AMOUNT, usual.labour_share.value, usual.effort_rate.value, usual.hourly_cost.value
    )
    due = contractual(calibrate(based).hours)
    return chapter(
        "Calibrer : du montant aux heures",
        "Un volume juste permet un vrai parcours, sans peser sur la concurrence.",
        [
            paragraph(
                "Le facilitateur part du montant hors taxes, de la part qui paie du travail, puis "
                "de la part de ce travail confiée à l’insertion. Divisée par le coût d’une heure, "
                "elle donne des heures. Chaque hypothèse a sa source, et se discute."
            ),
            _reckoning(based, str(due)),
            *_meaning(based, due),
            *_bounds(),
        ],
    )


def _meaning(based: Hypotheses, due: Hours) -> list[Part]:
    teams = crews(due, MONTHS)
    return [
        heading("Ce que ce volume représente"),
        figures(
            (due, "d’insertion"),
            (write_number(due.fte(FteBase.LEGAL)), "équivalent temps plein sur un an"),
            (least_amount(FLOOR_HOURS.value, based), f"de marché pour {FLOOR_HOURS.value}"),
        ),
        paragraph(f"{upper_first(in_people(due, MONTHS))}."),
        table(
            "En personnes et en semaines",
            (1, 1, 1),
            ("Personnes", "À 35 h par semaine", "En comptant les absences"),
            [(it.persons, _weeks(it.weeks), _weeks(it.weeks_foreseen)) for it in teams],
        ),
    ]


def _bounds() -> list[Part]:
    return [
        heading("Trop petit, assez grand"),
        listing(
            [
                f"En dessous de {FLOOR_HOURS.value}, une clause seule est déconseillée : "
                "regroupez des lots, réservez, ou acceptez la globalisation.",
                f"À partir de {COMFORT_HOURS.value}, un vrai parcours devient possible.",
            ]
        ),
        note(
            "Parts de main-d’œuvre, taux d’effort et coûts horaires sont des ordres de "
            "grandeur, à valider par le facilitateur et l’acheteur.",
            label="Valeurs indicatives",
            tone="warn",
        ),
    ]


def _reckoning(based: Hypotheses, due: str) -> Part:
    terms = [
        ("", str(based.amount), "montant hors taxes"),
        ("×", str(based.labour_share), "part de main-d’œuvre"),
        ("×", str(based.effort_rate), "taux d’effort d’insertion"),
        ("÷", str(based.hourly_cost), "coût horaire chargé"),
        ("=", due, "d’insertion"),
    ]
    return {
        "kind": "reckoning",
        "alt": "Le calcul : "
        + " ".join(f"{sign} {value} ({label})" for sign, value, label in terms),
        "terms": [{"sign": sign, "value": value, "label": label} for sign, value, label in terms],
    }


def _weeks(number: int) -> str:
    return f"{number} semaine{'s' if number > 1 else ''}"
