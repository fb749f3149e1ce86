"""The live blocks of texts, on paper: the same facts of the rules as `site/blocks` shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from django.conf import settings

from perenne.domain.library.queries import (
    Block,
    PublicContact,
    TextCard,
    coordination,
    facilitators,
)
from perenne.kit.markdown import printed, with_words
from perenne.rules.eligibility import PUBLICS, Group
from perenne.rules.french import listed
from perenne.rules.hirings import MODALITIES
from perenne.rules.hirings.modality import Family
from perenne.rules.law import Source
from perenne.rules.legal_bases import LEGAL_BASES
from perenne.rules.penalties import STEPS, WAIVERS
from perenne.rules.segments import SEGMENTS, TRADES, Segment
from perenne.rules.thresholds import EXCEPTION_GROUNDS
from perenne.web.site.blocks.publics import row_of
from perenne.web.site.blocks.thresholds import thresholds_on
from perenne.web.site.booklet.parts import (
    Part,
    bar,
    card,
    cards,
    contact,
    flow,
    note,
    paragraph,
    table,
    upper_first,
)
from perenne.web.site.texts import words
from perenne.web.tools.devices import DEVICES

Printed: TypeAlias = Callable[[date], list[Part]]
MOST_EXAMPLES = 8
NOT_PRINTED = {Block.FIGURES, Block.ACCESSIBILITY}
"""Figures change every day, and accessibility is that of the site."""


def parts_of(card_: TextCard, *, on: date) -> list[Part]:
    """What the text says, its live blocks as they are on that day."""
    found: list[Part] = []
    for part in printed(with_words(card_.said.body, words()), site=settings.ADDRESS):
        if part["kind"] == "block":
            found += printed_block(Block(part["name"]), on)
        else:
            found.append(part)
    return found


def printed_block(block: Block, on: date) -> list[Part]:
    return [] if block in NOT_PRINTED else PRINTED[block](on)


def _possibilities(on: date) -> list[Part]:
    said = {device.basis: device for device in DEVICES}
    told = [
        card(
            row.label,
            said[row.code].why,
            said[row.code].when,
            f"L’insertion est-elle notée ? {row.scored.label}.",
            f"Concession : {_articles(row.of_concessions) or 'n’existe pas'}.",
            mark=str(number),
            small=upper_first(_articles(row.of_contracts)),
        )
        for number, row in enumerate(LEGAL_BASES, start=1)
    ]
    return [cards(told)]


def _articles(sources: Sequence[Source]) -> str:
    """« articles L2112-2 et R2152-7 »; "" for none."""
    numbers = [source.article.removeprefix("article ") for source in sources]
    return f"article{'s' if len(numbers) > 1 else ''} {listed(numbers)}" if numbers else ""


def _segments(on: date) -> list[Part]:
    rows = [(row.label, [it for it in TRADES if it.segment is row.code]) for row in SEGMENTS]
    told = [(label, _examples([it.label for it in trades])) for label, trades in rows]
    shown = [_labour(label, row.code) for (label, _), row in zip(rows, SEGMENTS, strict=True)]
    return [
        table("Les quatorze segments d’achats", (1, 2.4), ("Segment", "Exemples de métiers"), told),
        {
            "kind": "bars",
            "alt": "Part de main-d’œuvre de chaque segment, en pourcentage du montant hors taxes : "
            + " ; ".join(f"{it['label']}, {it['small']}" for it in shown)
            + ".",
            "caption": "Part de main-d’œuvre, du plus bas au plus haut de l’usage ; le trait clair "
            "est la valeur usuelle du métier principal. Valeurs indicatives, à valider par le "
            "facilitateur.",
            "rows": shown,
        },
    ]


def _examples(labels: list[str]) -> str:
    """The first ones, and how many others there are."""
    others = len(labels) - MOST_EXAMPLES
    more = f" ; et {others} autres métiers" if others > 0 else ""
    return " ; ".join(labels[:MOST_EXAMPLES]) + more


def _labour(label: str, segment: Segment) -> Part:
    trades = [trade for trade in TRADES if trade.segment is segment]
    shares = [trade.labour_share for trade in trades]
    low, high = min(it.low for it in shares), max(it.high for it in shares)
    return bar(label, low, shares[0].value, high)


def _thresholds(on: date) -> list[Part]:
    said = thresholds_on(on)
    rows = [(kind, buyer, amount) for kind, buyer, amount in said["rows"]]
    header = ("Nature", "Acheteur", "Seuil hors taxes")
    until = "" if said["is_past"] else f", jusqu’au {said['next']} exclu"
    return [
        table("Seuils européens en vigueur", (1.3, 2, 1), header, rows),
        paragraph(f"{said['source']}. En vigueur depuis le {said['since']}{until}."),
    ]


def _exceptions(on: date) -> list[Part]:
    return [
        cards(
            card(
                ground.label,
                *ground.asks,
                ground.remaining,
                mark=str(number),
                small="Marchés publics seulement. L’écrit établit :"
                if ground.in_concessions is None
                else "Marchés publics et concessions. L’écrit établit :",
            )
            for number, ground in enumerate(EXCEPTION_GROUNDS, start=1)
        )
    ]


def _modalities(on: date) -> list[Part]:
    header = ("Modalité", "Ce qui compte", "Ce qui le prouve")
    return [
        table(
            family.label,
            (1.2, 1.4, 1.4),
            header,
            [
                (row.label, row.counts, upper_first(", ".join(row.proofs)))
                for row in MODALITIES
                if row.family is family
            ],
        )
        for family in Family
    ]


def _publics(on: date) -> list[Part]:
    told: list[Part] = []
    for group in Group:
        rows = [row_of(ground) for ground in PUBLICS if ground.group is group]
        told.append(
            table(
                group.label,
                (1.2, 1.5),
                ("Public", "Justificatifs"),
                [
                    (
                        f"{it.label}{' (si la clause l’admet)' if it.if_open else ''}",
                        upper_first(" ; ".join(it.proofs)),
                    )
                    for it in rows
                ],
            )
        )
    return told


def _penalty_steps(on: date) -> list[Part]:
    alt = "De l’écart constaté à la décision, dans cet ordre : "
    steps = [(step.label, upper_first(step.actor.label)) for step in STEPS]
    return [flow(alt + " ; ".join(f"{label}, {who}" for label, who in steps) + ".", steps)]


def _waivers(on: date) -> list[Part]:
    rows = [
        (
            row.label,
            upper_first(row.effect.label),
            upper_first(" ; ".join(it.label for it in row.evidence)),
        )
        for row in WAIVERS
    ]
    header = ("Situation", "Effet", "À conserver")
    return [table("Exonérations et remises", (1.2, 1, 1.2), header, rows)]


def _contact(on: date) -> list[Part]:
    known = coordination()
    if known is None:
        return [paragraph(f"Adressez-vous à {settings.CARRIER}, qui porte le comité.")]
    return [contact(known.name, "Coordination du comité", known.email, known.phone)]


def _facilitators(on: date) -> list[Part]:
    known: list[PublicContact] = facilitators()
    if not known:
        return [note("La liste des facilitateurs se complète : la coordination vous oriente.")]
    header = ("Organisme", "Courriel", "Téléphone")
    rows = [(it.name, it.email, it.phone) for it in known]
    return [table("Facilitatrices et facilitateurs du territoire", (1.5, 1.4, 0.8), header, rows)]


PRINTED: Mapping[Block, Printed] = {
    Block.POSSIBILITIES: _possibilities,
    Block.SEGMENTS: _segments,
    Block.THRESHOLDS: _thresholds,
    Block.EXCEPTIONS: _exceptions,
    Block.MODALITIES: _modalities,
    Block.PUBLICS: _publics,
    Block.PENALTY_STEPS: _penalty_steps,
    Block.WAIVERS: _waivers,
    Block.CONTACT: _contact,
    Block.FACILITATORS: _facilitators,
}
