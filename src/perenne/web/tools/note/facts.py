"""What the note prints, in the shape that note.typ reads (see its first lines)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings

from perenne.rules.french import in_full
from perenne.web.tools.calibrate.reckoning import Reckoning, Size


def note_facts(found: Reckoning, *, link: str, today: date) -> Mapping[str, Any]:
    given = found.calibration.hypotheses
    return {
        "title": f"Calibrage : {found.due} d’insertion",
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "made_on": in_full(today),
        "segment": found.trade,
        "amount": given.amount,
        "duration": f"{found.months}\u00a0mois" if found.months else "non précisée",
        **_calculation(found),
        "crews": [
            [str(it.persons), _weeks(it.weeks), _weeks(it.weeks_foreseen)]
            for it in found.teams.crews
        ],
        "scheme": _scheme(found),
        "sizes": [_size(found.floor, "une clause seule est déconseillée en dessous"),
                  _size(found.comfort, "un vrai parcours devient possible")],
        "benchmarks": [
            [
                it.label,
                f"{it.euros_per_hour}{f' à {it.up_to}' if it.up_to else ''}",
                str(it.source),
            ]
            for it in found.benchmarks
        ],
        "warnings": [
            {"severity": it.severity.value, "sentence": it.sentence} for it in found.warnings
        ],
        "link": link,
    }  # fmt: skip


def _calculation(found: Reckoning) -> dict[str, Any]:
    given, result = found.calibration.hypotheses, found.calibration
    return {
        "hours": found.due,
        "people": found.people,
        "fte": found.fte,
        "fte_meanwhile": found.fte_meanwhile,
        "share_of_hours": str(found.share_of_hours) if found.share_of_hours else "",
        "euros_per_hour": str(result.euros_per_hour or ""),
        "factors": [
            {"label": it.label, "value": it.value, "source": f"{it.source} {it.hint}".strip()}
            for it in found.factors
        ],
        "steps": [
            f"{given.amount} × {given.labour_share} = {result.labour_amount} de main-d’œuvre.",
            f"{result.labour_amount} × {given.effort_rate} = {result.insertion_amount} "
            "consacrés à l’insertion.",
            f"{result.insertion_amount} ÷ {given.hourly_cost} de l’heure = {result.hours}, "
            f"soit {found.due} au contrat.",
        ],
    }


def _weeks(number: int) -> str:
    return f"{number}\u00a0semaine{'s' if number > 1 else ''}"


def _size(size: Size, meaning: str) -> str:
    amount = f", soit {size.amount} de marché avec ces hypothèses" if size.amount else ""
    return f"{size.hours} : {meaning}{amount}."


def _scheme(found: Reckoning) -> str:
    if found.scheme is None:
        return ""
    return (
        f"{found.scheme.hours_per_step} pour chaque tranche de {found.scheme.step} facturés. Au "
        "prorata, une tranche entamée compte pour sa part ; par tranches entières, elle ne compte "
        "qu’une fois atteinte."
    )
