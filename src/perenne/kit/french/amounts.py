"""Amounts of money as buyers type them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from perenne.kit.french.amount_parts import Phrase, read_phrase
from perenne.kit.french.amount_terms import Doubts, Frame, Term, euro_text, figure_text, terms_of
from perenne.kit.french.amount_tokens import Token, tokens
from perenne.kit.french.plain import LONGEST, plain, quoted, says_nothing
from perenne.kit.french.readings import AmountReading, Tax
from perenne.values import Euros

HIGHEST = 100_000_000_000
STANDARD_VAT = Decimal("1.20")
WORDS_TOO_MANY = 3
WHICH = "Quel est le montant estimé de cet achat, en euros HT ?"


def read_amount(
    text: str, *, unit_factor: int = 1, tax: Tax = Tax.UNSAID, per_year: bool = False
) -> AmountReading:
    """Never raises. The three options are what the heading of the column says."""
    words = plain(text[: LONGEST + 1])
    if says_nothing(words):
        return AmountReading(text, tax=tax, question=WHICH)
    if len(text) > LONGEST:
        return unreadable(text)
    frame = Frame(unit_factor, tax, per_year)
    readings = [understand(text, read_phrase(run), frame) for run in runs_of(tokens(words))]
    return choose(text, [reading for reading in readings if reading])


def runs_of(stream: Iterable[Token]) -> Iterator[list[Token]]:
    """« 100 000 € HT soit 120 000 € TTC » says one thing twice; « dont » adds a detail."""
    for parted, run in groupby(stream, key=lambda token: token.kind in ("equal", "part")):
        if not parted:
            yield list(run)


def choose(text: str, readings: list[AmountReading]) -> AmountReading:
    """Of several ways of saying it, the total before tax; the others are mentioned."""
    if not readings:
        return unreadable(text)
    best = min(readings, key=lambda reading: (reading.tax is Tax.TTC, reading.per_year))
    mentions = tuple(
        f"{reading.amount} est écrit aussi, et n’a pas été retenu."
        for reading in readings
        if reading is not best and reading.amount and reading.amount != best.amount
    )
    return replace(best, hypotheses=best.hypotheses + mentions)


def unreadable(text: str) -> AmountReading:
    return AmountReading(text, question=f"Le montant {quoted(text)} n’a pas été compris. {WHICH}")


def understand(text: str, phrase: Phrase, frame: Frame) -> AmountReading | None:
    """None when nothing here is a figure."""
    if not phrase.parts:
        return unreadable(text) if phrase.unreadable else None
    if phrase.unreadable or is_prose(phrase):
        return unreadable(text)
    if phrase.negative:
        return AmountReading(text, question=f"Le montant {quoted(text)} est négatif. {WHICH}")
    doubts = Doubts()
    terms = before_tax(terms_of(phrase, frame, doubts), doubts)
    if len(terms) > 2 or any(not 0 < term.euros < HIGHEST for term in terms):
        return unreadable(text)
    if len(terms) == 2 and not are_joined(terms):
        return unreadable(text)
    low, high = ends(terms, doubts)
    reading = AmountReading(text, low, high, times=terms[0].times)
    return finish(reading, phrase, frame, (terms, doubts))


def is_prose(phrase: Phrase) -> bool:
    """Words around a bare number: an object or a comment rather than an amount."""
    bare = not any(part.money for part in phrase.parts)
    return bare and len(phrase.left_over) >= WORDS_TOO_MANY


def before_tax(terms: list[Term], doubts: Doubts) -> list[Term]:
    """The same amount given with and without tax: the second one is kept."""
    without = [term for term in terms if term.tax is Tax.HT]
    if len(terms) == 2 and len(without) == 1 and any(term.tax is Tax.TTC for term in terms):
        doubts.hypotheses.append("Le montant hors taxes a été retenu.")
        return without
    return terms


def are_joined(terms: list[Term]) -> bool:
    """« 100 à 150 », « mini 100 maxi 150 »: two ends of one amount."""
    return terms[1].before == "range" or any(term.role for term in terms)


def ends(terms: list[Term], doubts: Doubts) -> tuple[Euros | None, Euros | None]:
    """The low and the high end; the same one twice for an exact amount."""
    first = terms[0]
    if len(terms) == 1:
        amount = Euros.of(first.euros)
        return (
            None if first.role == "ceiling" else amount,
            None if first.role == "floor" else amount,
        )
    return between(first, terms[1], doubts)


def between(first: Term, second: Term, doubts: Doubts) -> tuple[Euros | None, Euros | None]:
    if first.role == "ceiling" or second.role == "floor":
        first, second = second, first
    low, high = Euros.of(first.euros), Euros.of(second.euros)
    if low > high:
        doubts.questions.append(
            f"Le minimum ({low}) dépasse le maximum ({high}) : lequel est juste ?"
        )
        return high, low
    return low, high


def finish(
    reading: AmountReading, phrase: Phrase, frame: Frame, said: tuple[list[Term], Doubts]
) -> AmountReading:
    """The period, the tax, and what was left unread."""
    terms, doubts = said
    reading = over_time(reading, phrase, frame, doubts)
    tax = terms[0].tax if len(phrase.taxes) > 1 else next(iter(phrase.taxes), frame.tax)
    if tax is Tax.TTC and reading.amount:
        without = euro_text(reading.amount.amount / STANDARD_VAT)
        doubts.questions.append(
            f"Ce montant est TTC : quel est le montant HT ? À 20 % de TVA, ce serait {without}."
        )
    if phrase.left_over:
        doubts.hypotheses.append(f"{quoted(' '.join(phrase.left_over))} n’a pas été interprété.")
    return replace(reading, tax=tax, hypotheses=tuple(doubts.hypotheses), question=doubts.question)


def over_time(
    reading: AmountReading, phrase: Phrase, frame: Frame, doubts: Doubts
) -> AmountReading:
    """« par mois » becomes a year; « par an sur 4 ans » becomes a total."""
    if reading.times is not None:
        return reading
    if phrase.per > 1:
        doubts.hypotheses.append(f"Le montant a été multiplié par {phrase.per} pour une année.")
        reading = scaled(reading, Decimal(phrase.per))
    if phrase.per and phrase.span:
        doubts.hypotheses.append(f"Le montant annuel a été compté {figure_text(phrase.span)} fois.")
        return replace(scaled(reading, phrase.span), times=phrase.span)
    if phrase.span:
        doubts.hypotheses.append("Le montant a été lu comme un total sur toute la durée.")
        return reading
    return replace(reading, per_year=bool(phrase.per) or frame.per_year)


def scaled(reading: AmountReading, times: Decimal) -> AmountReading:
    return replace(
        reading,
        low=None if reading.low is None else reading.low * times,
        high=None if reading.high is None else reading.high * times,
    )


def whole(reading: AmountReading, months: int | None) -> AmountReading:
    """The total over the duration of a yearly amount; any other reading comes back as it is."""
    if not reading.per_year or reading.amount is None:
        return reading
    if not months:
        asked = f"{reading.amount} par an : pendant combien d’années ?"
        return replace(reading, question=" ".join(filter(None, (reading.question, asked))))
    years = Decimal(months) / 12
    total = replace(scaled(reading, years), per_year=False, times=years)
    said = f"{reading.amount} par an pendant {months} mois = {total.amount}."
    return replace(total, hypotheses=(*reading.hypotheses, said))
