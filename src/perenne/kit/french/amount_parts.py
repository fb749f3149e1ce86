"""The amounts that a cell names, each with its unit, its role and its tax."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from perenne.kit.french.amount_tokens import NUMBER_WORDS, PER_YEAR, UNITS, Token
from perenne.kit.french.figures import read_figure
from perenne.kit.french.readings import Tax

LABEL_BELOW = 2_101
OTHER_UNITS = {"%", "m2", "m3", "ml", "h", "heures", "heure", "jours", "tonnes", "t", "kg", "km"}


@dataclass(slots=True)
class Part:
    """One figure as it is being understood. `before` is what joins it to the previous one."""

    text: str
    value: Decimal
    other: Decimal | None = None
    unit: int = 0
    money: bool = False
    role: str = ""
    before: str = ""
    lasts: str = ""


@dataclass(slots=True)
class Phrase:
    """What a run of tokens says."""

    parts: list[Part] = field(default_factory=list)
    taxes: list[Tax] = field(default_factory=list)
    tax_of: dict[int, Tax] = field(default_factory=dict)
    per: int = 0
    span: Decimal | None = None
    left_over: list[str] = field(default_factory=list)
    unreadable: bool = False
    negative: bool = False
    joint: str = ""
    waiting_unit: int = 0
    waiting_money: bool = False
    waiting_role: str = ""


def read_phrase(tokens: Sequence[Token]) -> Phrase:
    phrase = Phrase()
    kinds = [token.kind for token in tokens]
    roles_first = role_comes_first(kinds)
    for index, token in enumerate(tokens):
        match token.kind:
            case "figure" | "word":
                add_figure(phrase, token, touches_minus(kinds, tokens, index))
            case "kilo" | "mega" | "giga" | "money":
                add_unit(phrase, token.kind)
            case "ceiling" | "floor":
                add_role(phrase, token.kind, roles_first)
            case "times" | "plus" | "range":
                phrase.joint = token.kind
            case _:
                add_circumstance(phrase, token)
    leave_labels(phrase)
    return phrase


def leave_labels(phrase: Phrase) -> None:
    """« Budget 2027 : 150 000 € », « Lot 1 : 40 k€ »: a bare figure that nothing joins."""
    if len(phrase.parts) < 2 or not phrase.parts[-1].money:
        return
    label, following = phrase.parts[0], phrase.parts[1]
    if not (label.money or label.role or following.before) and label.value < LABEL_BELOW:
        phrase.left_over.append(label.text)
        phrase.tax_of = {index - 1: tax for index, tax in phrase.tax_of.items()}
        del phrase.parts[0]


def role_comes_first(kinds: list[str]) -> bool:
    """« mini 50 k, maxi 200 k » or « 50 k mini, 200 k maxi »?"""
    for kind in kinds:
        if kind in ("ceiling", "floor"):
            return True
        if kind in ("figure", "word"):
            return False
    return True


def touches_minus(kinds: list[str], tokens: Sequence[Token], index: int) -> bool:
    """A dash before the first figure, with nothing but a currency between, is a minus."""
    before = [kind for kind in kinds[:index] if kind != "money"]
    return bool(before) and before == ["range"] and tokens[kinds.index("range")].text == "-"


def add_figure(phrase: Phrase, token: Token, minus: bool) -> None:
    if token.kind == "word":
        part = Part(token.text, Decimal(NUMBER_WORDS[token.text]))
    else:
        figure = read_figure(token.number)
        if figure is None:
            phrase.unreadable = True
            return
        part = Part(figure.text, figure.value, figure.other)
    phrase.negative |= minus
    part.unit, part.money, part.role = (
        phrase.waiting_unit,
        phrase.waiting_money or phrase.waiting_unit > 0,
        phrase.waiting_role,
    )
    part.before, phrase.joint = phrase.joint, ""
    phrase.waiting_unit, phrase.waiting_money, phrase.waiting_role = 0, False, ""
    phrase.parts.append(part)


def add_unit(phrase: Phrase, kind: str) -> None:
    """After its figure (« 150 k€ »); before it when no figure is waiting for one (« K€ 150 »)."""
    part = phrase.parts[-1] if phrase.parts and not phrase.joint else None
    if part is None or (part.money and kind != "money" and part.unit):
        phrase.waiting_unit = UNITS.get(kind, 0) or phrase.waiting_unit
        phrase.waiting_money = True
        return
    if kind != "money":
        part.unit = UNITS[kind] * (part.unit or 1)
    part.money = True


def add_role(phrase: Phrase, kind: str, roles_first: bool) -> None:
    if roles_first or not phrase.parts:
        phrase.waiting_role = kind
    else:
        phrase.parts[-1].role = kind


def add_circumstance(phrase: Phrase, token: Token) -> None:
    match token.kind:
        case "ht" | "ttc":
            phrase.taxes.append(Tax(token.kind))
            if phrase.parts:
                phrase.tax_of[len(phrase.parts) - 1] = Tax(token.kind)
        case "per":
            phrase.per = PER_YEAR[token.unit]
        case "span" | "years":
            add_span(phrase, token)
        case "other":
            phrase.left_over.append(token.text)
            phrase.unreadable |= token.text.strip(".") in OTHER_UNITS


def add_span(phrase: Phrase, token: Token) -> None:
    """« x 3 ans » multiplies; « sur 4 ans » tells how long the amount lasts, in years."""
    figure = read_figure(token.number)
    if figure is None:
        phrase.unreadable = True
    elif phrase.joint == "times":
        add_figure(phrase, Token("figure", token.text, token.number), False)
        phrase.parts[-1].lasts = token.unit
    else:
        phrase.joint = ""
        phrase.span = figure.value / (12 if token.unit == "mois" else 1)
