"""What the address of the list asks for, and what it may ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from perenne.domain.compliance.queries import PaceRow
from perenne.kit.paging import key_in, words_in
from perenne.rules.pace import Level
from perenne.values import fold
from perenne.web.design.menu import MenuItem

LEVELS = {"alerte": Level.ALARM, "a-surveiller": Level.WATCH, "a-l-heure": Level.ON_PACE}


@dataclass(frozen=True, slots=True)
class Asked:
    """`words`: in the object, the reference, the buyer or the company."""

    level: Level | None = None
    facilitator: int = 0
    buyer: int = 0
    epci: str = ""
    words: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Asked:
        return cls(
            LEVELS.get(said.get("niveau", "")),
            key_in(said.get("facilitateur", "")),
            key_in(said.get("acheteur", "")),
            words_in(said.get("epci", "")),
            words_in(said.get("q", "")),
        )

    def address(self, level: str = "") -> str:
        """The same choice at another level."""
        kept = {
            "niveau": level,
            "facilitateur": self.facilitator,
            "acheteur": self.buyer,
            "epci": self.epci,
            "q": self.words,
        }
        return "?" + urlencode({name: value for name, value in kept.items() if value})

    @property
    def level_name(self) -> str:
        return next((name for name, level in LEVELS.items() if level is self.level), "")

    @property
    def kept(self) -> str:
        """What the links of pages keep."""
        return self.address(self.level_name)


@dataclass(frozen=True, slots=True)
class Choice:
    """A list of the form; `options`: key and label; `value`: the key that is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


def chosen(rows: Iterable[PaceRow], asked: Asked) -> tuple[PaceRow, ...]:
    """Whatever their level."""
    return tuple(row for row in rows if _fits(row, asked))


def _fits(row: PaceRow, asked: Asked) -> bool:
    said = fold(f"{row.object} {row.reference} {row.buyer} {row.lead}")
    return (
        asked.facilitator in {0, row.facilitator_id}
        and asked.buyer in {0, row.buyer_id}
        and asked.epci in {"", row.epci}
        and all(word in said for word in fold(asked.words).split())
    )


def tabs_of(rows: Sequence[PaceRow], asked: Asked) -> tuple[MenuItem, ...]:
    """By level, with how many there are in each."""
    counts = Counter(row.level for row in rows)
    return (
        MenuItem("Tous", asked.address(), current=asked.level is None, count=len(rows)),
        *(
            MenuItem(
                level.label, asked.address(name), current=level is asked.level, count=counts[level]
            )
            for name, level in LEVELS.items()
        ),
    )


def choices_in(
    rows: Sequence[PaceRow], asked: Asked, *, shows_facilitators: bool
) -> tuple[Choice, ...]:
    """Of what is there; a list of one leaves nothing to choose."""
    buyers = {str(row.buyer_id): row.buyer for row in rows}
    places = {row.epci: row.epci_name for row in rows if row.epci}
    found = [
        _choice("acheteur", "Acheteur", buyers, str(asked.buyer)),
        _choice("epci", "Intercommunalité", places, asked.epci),
    ]
    if shows_facilitators:
        people = {str(row.facilitator_id): row.facilitator for row in rows}
        found.insert(0, _choice("facilitateur", "Facilitateur", people, str(asked.facilitator)))
    return tuple(choice for choice in found if len(choice.options) > 1)


def _choice(name: str, label: str, options: Mapping[str, str], value: str) -> Choice:
    in_order = sorted(options.items(), key=lambda it: fold(it[1]))
    return Choice(name, label, tuple(in_order), value)
