"""What a committee holds where no text decides: versioned choices over the usual values.

A rule that rests on practice takes `practice: Practice = USUAL` and asks `practice.of(NUMBER)`.
A signed clause keeps the practice it was written under: later versions never change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Default, Source
from perenne.rules.texts import PRACTICE

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Practice:
    """One version, in force from a day on: what it does not choose keeps its usual value."""

    number: int = 0
    since: date = date.min
    chosen: Mapping[str, object] = field(default_factory=dict)

    def of(self, parameter: Default[T]) -> T:
        """The value held for this parameter."""
        if not parameter.code:
            return parameter.value
        return cast(T, self.chosen.get(parameter.code, parameter.value))

    def choosing(self, parameter: Default[T], value: T) -> Practice:
        """The same version with one more choice; ValueError, in French, when it is not allowed.

        What a buyer or a clause fixes is laid over the committee's choices in the same way.
        """
        check(parameter, value)
        return Practice(self.number, self.since, {**self.chosen, parameter.code: value})

    def revised(self, since: date) -> Practice:
        """The next version, which starts from the same choices."""
        if since <= self.since:
            raise ValueError(
                typeset(
                    f"Une version est déjà en vigueur depuis le {self.since:%d/%m/%Y} : choisissez "
                    "une date postérieure."
                )
            )
        return Practice(self.number + 1, since, self.chosen)


USUAL = Practice()


def held_on(day: date, versions: tuple[Practice, ...]) -> Practice:
    """The version in force that day; the usual values before the first one."""
    known = [version for version in versions if version.since <= day]
    return max(known, key=lambda version: version.since, default=USUAL)


def check(parameter: Default[Any], value: Any) -> None:
    """ValueError, in French, when a committee may not hold this value."""
    if not parameter.code:
        raise ValueError(typeset(f"Cette valeur n'est pas un paramètre : {parameter.source}."))
    if parameter.choices:
        if value not in parameter.choices:
            allowed = ", ".join(written(choice, parameter.unit) for choice in parameter.choices)
            raise ValueError(typeset(f"{parameter.meaning} : choisissez parmi {allowed}."))
        return
    if not parameter.low <= value <= parameter.high:
        low, high = (written(bound, parameter.unit) for bound in (parameter.low, parameter.high))
        raise ValueError(typeset(f"{parameter.meaning} : choisissez une valeur de {low} à {high}."))


def parameter(
    code: str,
    meaning: str,
    value: T,
    *,
    between: tuple[T, T],
    unit: str = "",
    source: Source = PRACTICE,
) -> Default[T]:
    """A number of practice that a committee may move between two bounds."""
    return Default(value, *between, source, Confidence.VARIES, code, meaning, unit)


def choice(
    code: str,
    meaning: str,
    value: T,
    *others: T,
    unit: str = "",
    source: Source = PRACTICE,
) -> Default[T]:
    """A point of practice that a committee settles among a few answers, the usual one first."""
    return Default(
        value,
        value,
        value,
        source,
        Confidence.VARIES,
        code,
        meaning,
        unit,
        choices=(value, *others),
    )


def written(value: object, unit: str) -> str:
    """A held value in French, with its unit."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    said = str(getattr(value, "label", value))
    return f"{said} {unit}" if unit else said
