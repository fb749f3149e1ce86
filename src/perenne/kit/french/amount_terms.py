"""Figures made euros: units, products, sums, and the doubts that each leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from math import prod

from perenne.kit.french.amount_parts import Part, Phrase
from perenne.kit.french.readings import Tax
from perenne.values import Euros

SMALLEST_SURE = 1_000
YEARS = range(1990, 2101)
SURPRISING = 100_000_000
DECIMAL_UNIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Frame:
    """What the heading of the column says for all its cells."""

    unit_factor: int = 1
    tax: Tax = Tax.UNSAID
    per_year: bool = False


@dataclass(slots=True)
class Doubts:
    """What was assumed, and what must be asked."""

    hypotheses: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    @property
    def question(self) -> str | None:
        return " ".join(dict.fromkeys(self.questions)) or None


@dataclass(frozen=True, slots=True)
class Term:
    """An amount in euros, and what the text says of it."""

    euros: Decimal
    role: str
    before: str
    tax: Tax
    times: Decimal | None = None


def terms_of(phrase: Phrase, frame: Frame, doubts: Doubts) -> list[Term]:
    """One term for each amount; « 3 x 40 000 € » and « 20 k€ + 30 k€ » are one term each."""
    share_units(phrase.parts, doubts)
    terms: list[Term] = []
    for first, group in grouped(phrase.parts):
        tax = phrase.tax_of.get(first + len(group) - 1, phrase.tax_of.get(first, frame.tax))
        term = term_of(group, tax, phrase.per, (frame, doubts))
        if term.before == "plus" and terms:
            doubts.hypotheses.append("Les montants ont été additionnés.")
            terms[-1] = replace(terms[-1], euros=terms[-1].euros + term.euros)
        else:
            terms.append(term)
    return terms


def grouped(parts: Sequence[Part]) -> list[tuple[int, list[Part]]]:
    """Factors of one product together, with the place of the first."""
    groups: list[tuple[int, list[Part]]] = []
    for index, part in enumerate(parts):
        if part.before == "times" and groups:
            groups[-1][1].append(part)
        else:
            groups.append((index, [part]))
    return groups


def share_units(parts: Sequence[Part], doubts: Doubts) -> None:
    """« entre 100 et 150 k€ »: the first figure takes the unit of the second."""
    for first, second in pairwise(parts):
        if first.money or not second.unit or second.before == "times":
            continue
        if first.value <= second.value:
            first.unit, first.money = second.unit, True
            doubts.hypotheses.append(
                f"« {first.text} » a été lu dans l’unité de « {second.text} »."
            )


def term_of(group: list[Part], tax: Tax, per: int, around: tuple[Frame, Doubts]) -> Term:
    frame, doubts = around
    money = money_of(group)
    euros = settle(money, frame, doubts)
    role = next((part.role for part in group if part.role), "")
    factors = [factor_of(part, per) for part in group if part is not money]
    if not factors:
        return Term(euros, role, money.before, tax)
    times = Decimal(prod(factors))
    total = euros * times
    doubts.hypotheses.append(f"{euro_text(euros)} × {figure_text(times)} = {euro_text(total)}.")
    return Term(total, role, group[0].before, tax, times)


def money_of(group: list[Part]) -> Part:
    """In a product, what bears a currency is the money; failing that, the greatest figure."""
    candidates = [part for part in group if not part.lasts] or group
    return max(candidates, key=lambda part: (part.money, part.value))


def factor_of(part: Part, per: int) -> Decimal:
    """« 1 500 €/mois x 3 ans » is thirty-six times."""
    if not (part.lasts and per):
        return part.value
    return part.value * per / (12 if part.lasts == "mois" else 1)


def settle(part: Part, frame: Frame, doubts: Doubts) -> Decimal:
    """The figure in euros; one question at most."""
    unit = part.unit or (1 if part.money else frame.unit_factor)
    value = part.value
    if part.other is not None and unit >= DECIMAL_UNIT:
        value = part.other
    elif part.other is not None:
        weigh_decimal(part, part.other, unit, doubts)
    if not part.money:
        weigh_bare(part, value, unit, doubts)
    return value * unit


def weigh_decimal(part: Part, other: Decimal, unit: int, doubts: Doubts) -> None:
    """« 12.500 » is 12 500; « 1.234 » could be either."""
    doubts.hypotheses.append(f"« {part.text} » a été lu {figure_text(part.value)}.")
    if part.value < 10_000:
        large, small = euro_text(part.value * unit), f"{figure_text(other * unit)} €"
        doubts.questions.append(f"« {part.text} » : est-ce {large} ou {small} ?")


def weigh_bare(part: Part, value: Decimal, unit: int, doubts: Doubts) -> None:
    """A figure without currency is in euros, unless it is too small, too big, or a year."""
    if unit == 1 and value < SMALLEST_SURE:
        thousand = euro_text(value * 1_000)
        doubts.questions.append(f"« {part.text} » : est-ce {euro_text(value)} ou {thousand} ?")
    elif unit == 1 and part.text.isdigit() and value in YEARS:
        doubts.questions.append(f"« {part.text} » est-il un montant ou une année ?")
    elif unit > 1 and value * unit > SURPRISING:
        doubts.questions.append(
            f"« {part.text} » dans l’unité de la colonne donne {euro_text(value * unit)} : "
            "est-ce bien cela ?"
        )


def euro_text(amount: Decimal) -> str:
    return str(Euros.of(amount))


def figure_text(figure: Decimal) -> str:
    whole = figure == figure.to_integral_value()
    return f"{figure:,.0f}".replace(",", "\u202f") if whole else f"{figure:f}".replace(".", ",")
