"""A bilan as plain facts for its printed pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings

from perenne.domain.assessments.queries.bilan_cards import Bilan
from perenne.domain.assessments.queries.frozen import FrozenCard
from perenne.domain.assessments.queries.handing import Hidden, hidden_in
from perenne.domain.assessments.queries.keeping import Kept
from perenne.domain.assessments.queries.measures import Family
from perenne.kit.markdown import printed
from perenne.rules.french import in_full, typeset
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.telling import (
    HIDDEN_NOTE,
    QUALITY,
    QUANTITY,
    WHOLE,
    Figure,
    Told,
    figures_of,
    in_sections,
    key_figures,
    of_families,
    told_of,
)

HUNDRED = 100
IN_ANNEX = (
    "hours_due", "hours_done", "hours_globalised_in", "done_share", "persons", "women",
    "lasting_share", "exits_to_work",
)  # fmt: skip
"""What is said of each contract: two lines of four."""


def facts_of(kept: Kept, *, signed: FrozenCard | None = None) -> dict[str, object]:
    bilan = kept.bilan
    hidden = hidden_in(bilan)
    figures, months = figures_of(bilan, hidden), said_of_months(bilan.months)
    return {
        "title": f"Bilan – {bilan.title}",
        "name": bilan.title,
        "scope": bilan.scope.kind.label,
        "months": months[:1].upper() + months[1:],
        "on": in_full(bilan.on),
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "note": HIDDEN_NOTE if hidden or any(map(hidden_in, kept.annexes)) else "",
        "keys": [_figure(one) for one in key_figures(figures)],
        "sides": [
            {"title": title, "families": _families(figures, families)}
            for title, families in (QUANTITY, QUALITY)
        ],
        "meanings": [[one.label, one.meaning, one.source] for one in figures],
        "sections": [
            {"title": title, "tables": [_table(one) for one in tables]}
            for title, _, tables in in_sections(told_of(bilan, hidden))
        ],
        "texts": [
            {
                "title": one.block.label,
                "blocks": printed(one.text, site=settings.ADDRESS),
                "by": f"{one.author}, {one.organisation}, le {in_full(one.on)}" if one.on else "",
            }
            for one in kept.texts
            if one.text
        ],
        "annexes": [_annex(one) for one in kept.annexes],
        "signed": _signed(signed) if signed else None,
    }


def _families(figures: Sequence[Figure], families: Sequence[Family]) -> list[object]:
    return [
        [name, [[one.label, one.value] for one in found]]
        for name, found in of_families(figures, families)
    ]


def _figure(one: Figure) -> dict[str, str]:
    return {"value": one.value, "label": one.label}


def _table(told: Told) -> Mapping[str, object]:
    """`bar`: per cent of the longest one; None for what is hidden."""
    longest = max((row.part or 0 for row in told.rows), default=0) or WHOLE
    return {
        "code": told.code,
        "label": told.label,
        "says": told.says,
        "rows": [
            {
                "label": row.label,
                "persons": row.persons,
                "hours": row.hours,
                "part": row.share,
                "bar": None if row.part is None else row.part * HUNDRED // longest,
            }
            for row in told.rows
        ],
    }


def _annex(bilan: Bilan) -> dict[str, object]:
    hidden: Hidden = hidden_in(bilan)
    by_code = {one.code: one for one in figures_of(bilan, hidden)}
    shown = [by_code[code] for code in IN_ANNEX if code in by_code]
    return {"title": bilan.title, "figures": [_figure(one) for one in shown]}


def _signed(card: FrozenCard) -> dict[str, object]:
    return {
        "version": str(card.version),
        "on": in_full(_day(card)),
        "print": card.print,
        "who": [
            {
                "name": one.name,
                "role": typeset(f"{one.quality}, {one.organisation}"),
                "on": in_full(one.signed_at.date()),
            }
            for one in card.signatures
        ],
    }


def _day(card: FrozenCard) -> date:
    return card.frozen_at.date()
