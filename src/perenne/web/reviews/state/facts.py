"""What the state of a contract prints, in the shape that state.typ reads (see its first lines)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from perenne.domain.compliance.queries import SiteSheet
from perenne.kit.french.dates import written
from perenne.rules.french import in_full, listed, month_in_full
from perenne.rules.pace import Level

MOST_DECISIONS = 5
MOST_LETTERS = 90
"""Of one line of the page: it is one page, whatever was typed."""


def state_facts(sheet: SiteSheet, today: date) -> Mapping[str, Any]:
    pace, period = sheet.pace, sheet.pace.target.period
    expected = pace.reading.expected
    return {
        "title": f"État du contrat – {sheet.object}",
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "reference": sheet.reference,
        "object": _short(sheet.object, 140),
        "on": in_full(today),
        "buyer": _short(sheet.buyer),
        "lead": _short(sheet.lead) or "–",
        "facilitator": _short(sheet.facilitator),
        "span": (
            f"{written(period.starts_on, 'd/m/Y')} – {written(period.ends_on, 'd/m/Y')}"
            if period
            else "à fixer"
        ),
        "figures": [
            {"value": sheet.counted, "label": "comptées"},
            {"value": expected, "label": f"attendues au {pace.measured_on:%d/%m/%Y}"},
            {"value": pace.due, "label": "dues à la fin"},
            {"value": pace.forecast.said if pace.forecast else "–", "label": "prévues à la fin"},
        ],
        "share": _share(sheet.counted.minutes, pace.due.minutes),
        "pace": _share(expected.minutes, pace.due.minutes),
        "said": f"{sheet.counted} comptées sur {pace.due}",
        "alerts": list(_alerts(sheet, today)),
        **_tables(sheet, today),
        "address": settings.ADDRESS + reverse("clauses:commitment", args=[sheet.commitment_id]),
    }


def _tables(sheet: SiteSheet, today: date) -> dict[str, Any]:
    return {
        "people": f"{sheet.people} personne{'s' if sheet.people > 1 else ''} depuis le début, "
        f"{sheet.at_work} au travail à ce jour",
        "employers": [
            {"name": _short(one.name, 60), "people": str(one.people), "now": str(one.now)}
            for one in sheet.employers
        ],
        "months": [
            {
                "month": month_in_full(one.month).capitalize(),
                "counted": "en attente" if one.waits and not one.counted else str(one.counted),
                "total": str(one.total),
            }
            for one in sheet.months
        ],
        "dates": list(_dates(sheet)),
        "decisions": [
            {
                "what": _short(one.what),
                "who": one.who.label,
                "until": written(one.until, "d/m/Y") if one.until else "–",
                "done": "Fait" if one.done_on else "En retard" if one.is_late(today) else "À faire",
            }
            for one in _first(sheet)
        ],
        "more_decisions": max(0, len(sheet.decisions) - MOST_DECISIONS),
        "decided_on": in_full(sheet.last_review) if sheet.last_review else "",
    }


def _first(sheet: SiteSheet) -> list[Any]:
    """Those still to do before those done."""
    return sorted(sheet.decisions, key=lambda one: one.done_on is not None)[:MOST_DECISIONS]


def _alerts(sheet: SiteSheet, today: date) -> Iterator[str]:
    alert = sheet.pace.alert
    if alert.level is not Level.ON_PACE:
        yield f"{alert.level.label} : {' '.join(alert.reasons) or alert.row.label}"
    if sheet.waiting:
        months = listed([month_in_full(month) for month in sheet.waiting])
        yield f"Heures non comptées encore : {months}."
    late = sum(one.is_late(today) for one in sheet.decisions)
    if late:
        yield f"{late} décision{'s' if late > 1 else ''} en retard."


def _dates(sheet: SiteSheet) -> Iterator[dict[str, str]]:
    if sheet.next_review:
        day = written(sheet.next_review, "d/m/Y")
        yield {"day": day, "label": "Prochaine réunion de suivi", "who": "tous"}
    for one in sheet.dates:
        yield {
            "day": written(one.on, "d/m/Y"),
            "label": one.kind.label,
            "who": one.kind.actor.label,
        }


def _share(part: int, whole: int) -> int:
    """Percents of a bar; a whole of nothing is nothing."""
    return min(100, part * 100 // whole) if whole else 0


def _short(text: str, most: int = MOST_LETTERS) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
