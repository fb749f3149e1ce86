"""What the PDF of the kit says, in the parts that `kit/pdf/booklet.typ` draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings

from perenne.rules.calibration.numbers import FLOOR_HOURS
from perenne.rules.french import in_full, listed
from perenne.rules.segments import trades_of
from perenne.rules.thresholds import EXCEPTION_GROUNDS
from perenne.rules.wording import Blank, Grid, Listing, Paragraph, Piece
from perenne.web.site.booklet.parts import (
    Part,
    bar,
    card,
    cards,
    chapter,
    contact,
    heading,
    in_french,
    listing,
    note,
    paragraph,
    table,
    upper_first,
)
from perenne.web.site.brochure.drawings import life
from perenne.web.site.kit.checklist import calendar, tasks_of
from perenne.web.site.kit.reckoning import Chosen, Kit
from perenne.web.tools.devices import pieces_of

EMPTY_BOX = "□"
MOST_TRADES = 5


def kit_facts(kit: Kit, *, link: str, today: date) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = in_french(
        {
            "title": "Kit de l’acheteur",
            "buyer": kit.buyer,
            "kind": kit.kind.label,
            "commune": kit.commune,
            "segments": listed([it.segment.label for it in kit.segments]),
            "amount": str(kit.amount) if kit.amount else "non précisée",
            "duration": f"{kit.months} mois" if kit.months else "non précisée",
            "committee": settings.COMMITTEE,
            "carrier": settings.CARRIER,
            "made_on": in_full(today),
            "link": link,
            "chapters": [
                _duty(kit), _facilitators(kit), _segments(kit), _clauses(kit), _calendar(),
                _checklist(kit),
            ],
        }
    )  # fmt: skip
    return facts


def _duty(kit: Kit) -> Part:
    rows = [
        (
            it.segment.label,
            it.trade.contract_kind.label,
            it.threshold or "sans seuil",
            it.duty.verdict.label,
        )
        for it in kit.segments
    ]
    grounds = {code: EXCEPTION_GROUNDS[code].label for it in kit.segments
               for code in it.duty.exceptions}  # fmt: skip
    reasons = dict.fromkeys(reason for it in kit.segments for reason in it.duty.reasons)
    return chapter(
        "Votre obligation",
        f"Pour une consultation lancée aujourd’hui : {kit.kind.label.lower()}.",
        [
            table(
                "Segment par segment",
                (1.5, 1, 0.9, 1.6),
                ("Segment", "Nature", "Seuil hors taxes", "Ce que dit la loi"),
                rows,
            ),
            heading("Pourquoi"),
            listing(reasons),
            *(
                [heading("Motifs qui permettent de s’en dispenser, par écrit"),
                 listing(grounds.values())]
                if grounds
                else []
            ),
            note(
                "La loi demande une condition sociale ou relative à l’emploi, et non des heures "
                "d’insertion : celles-ci en sont la réponse habituelle, parce qu’elles se mesurent."
            ),
        ],
    )  # fmt: skip


def _facilitators(kit: Kit) -> Part:
    parts: list[Part] = []
    for who, segments in kit.facilitators:
        name = who.organisation or who.name
        if not name:
            parts.append(
                paragraph(f"Personne n’est encore nommé : adressez-vous à {settings.CARRIER}.")
            )
            continue
        inside = who.name if who.name != name else ""
        said = f"Pour : {listed([it.label for it in segments])}"
        parts.append(contact(name, inside, who.email, who.phone, said))
    return chapter(
        "Votre facilitateur",
        f"Pour des marchés qui s’exécutent à {kit.commune}. Le conseil est gratuit.",
        [*parts, heading("Ce que vous ferez ensemble"), life()],
    )


def _segments(kit: Kit) -> Part:
    bars = [
        bar(it.segment.label, it.trade.labour_share.low, it.trade.labour_share.value,
            it.trade.labour_share.high)
        for it in kit.segments
    ]  # fmt: skip
    return chapter(
        "Vos segments",
        "Exemples de métiers, valeurs d’usage, et le volume que donne un marché comme les vôtres.",
        [
            cards(_card(it) for it in kit.segments),
            {
                "kind": "bars",
                "alt": "Part de main-d’œuvre du métier principal de chaque segment : "
                + " ; ".join(f"{it['label']}, {it['small']}" for it in bars)
                + ".",
                "caption": "Part de main-d’œuvre du métier principal ; le trait clair est la "
                "valeur usuelle. Valeurs indicatives, à valider par le facilitateur.",
                "rows": bars,
            },
        ],
    )


def _card(one: Chosen) -> Part:
    labels = [trade.label for trade in trades_of(one.segment)][:MOST_TRADES]
    trade = one.trade
    return card(
        one.segment.label,
        " ; ".join(labels),
        f"Main-d’œuvre {trade.labour_share.value}, effort {trade.effort_rate.value}, "
        f"{trade.hourly_cost.value} de l’heure.",
        f"Votre marché habituel : {one.hours} d’insertion." if one.hours else "",
        f"Une clause seule a du sens à partir de {one.floor} ({FLOOR_HOURS.value})."
        if one.floor
        else "",
        small=upper_first(trade.technicality.label),
    )


def _clauses(kit: Kit) -> Part:
    first = kit.segments[0]
    parts: list[Part] = [
        paragraph(
            "Condition d’exécution, prête à copier. Ce qui est entre crochets reste à compléter. "
            "Le dossier compressé contient le même texte pour chacun de vos segments, en Word."
        )
    ]
    for piece in pieces_of(first.terms):
        parts.append(heading(piece.title))
        parts += _written(piece)
    return chapter("Des clauses prêtes", f"Pour le segment : {first.segment.label}.", parts)


def _written(piece: Piece) -> Iterable[Part]:
    for section in piece.sections:
        yield {"kind": "caption", "text": section.title}
        yield from map(_part, section.paragraphs)


def _part(found: Paragraph) -> Part:
    match found:
        case str():
            return paragraph(found)
        case Listing(items):
            return listing(items)
        case Blank(label, hint):
            return paragraph(f"{label} : [{hint}]")
        case Grid(header, rows, caption):
            told = [[cell or " " for cell in row] for row in rows]
            return table(caption, [1] * len(header), header, told)


def _calendar() -> Part:
    rows = [(it.when, it.what, it.who, it.mark) for it in calendar()]
    return chapter(
        "Le calendrier",
        "Les étapes que toute clause rencontre.",
        [table("Étapes et délais", (1, 1.5, 0.8, 1.6), ("Quand", "Quoi", "Qui", "Délai"), rows)],
    )


def _checklist(kit: Kit) -> Part:
    rows = [(EMPTY_BOX, it.what, it.mark) for it in tasks_of(kit)]
    return chapter(
        "La liste à cocher",
        "La même, à remplir, est dans le classeur joint au dossier compressé.",
        [table("À cocher", (0.18, 1.5, 1.5), ("", "À faire", "Repère ou délai"), rows)],
    )
