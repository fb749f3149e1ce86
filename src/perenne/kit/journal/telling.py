"""How a value kept in the journal is told to people, in French."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias

from django.utils.timezone import localtime

from perenne.kit.french.dates import written
from perenne.values import Euros, Hours, Share

Form: TypeAlias = Callable[[Any], str]
LONGEST = 300  # characters of a value that a line shows


def text(value: Any) -> str:
    """As it is; said only to have changed when it is a structure."""
    match value:
        case bool():
            return "oui" if value else "non"
        case str() | int() | float():
            return str(value) if len(str(value)) <= LONGEST else f"{str(value)[: LONGEST - 1]}…"
        case _:
            return ""


def euros(cents: Any) -> str:
    return str(Euros(int(cents)))


def hours(minutes: Any) -> str:
    return str(Hours(int(minutes)))


def share(basis_points: Any) -> str:
    return str(Share(int(basis_points)))


def months(number: Any) -> str:
    return f"{number} mois"


def day(iso: Any) -> str:
    return written(date.fromisoformat(str(iso)), "j F Y")


def moment(iso: Any) -> str:
    return written(localtime(datetime.fromisoformat(str(iso))), r"j F Y \à H:i")


def choice(kind: type[Enum]) -> Form:
    """The label of a state or of any other enumeration that has labels."""
    return lambda value: str(getattr(kind(value), "label", value))


def among(said: dict[str, str]) -> Form:
    return lambda value: said.get(value, str(value))


def organisation(value: Any) -> str:
    """Its number; whoever shows a line puts the name in its place."""
    return f"organisme n° {value}"


def bare(_value: Any) -> str:
    """Said to have changed, and no more."""
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """A field: what it is called, how its values are written."""

    label: str
    form: Form = text

    def says(self, value: Any) -> str:
        """What cannot be read in its form is told as it was kept."""
        if value is None or value == "":
            return ""
        try:
            return self.form(value)
        except (ValueError, TypeError, KeyError):
            return text(value)


UNTOLD = Told("", bare)
"""A field that lines never speak of: the key of a parent, a copy of what another field says."""
