"""What waits for somebody: the verb, the thing, the day, the hours at stake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from perenne.values.hours import Hours
from perenne.values.money import Euros


@dataclass(frozen=True, slots=True)
class ErrandKind:
    """What is to be done, in French; `address` is the name of the page of the act.

    `when` says what the day of the errand is: « Publication prévue ». `tail` follows the address.
    `is_legal`: a right or a delay stands on it; it is told whatever somebody prefers.
    `is_private`: what it is about names somebody, and no mail says it.
    """

    verb: str
    group: str
    address: str
    when: str
    tail: str = ""
    is_legal: bool = False
    is_private: bool = False


class Errand(NamedTuple):
    """A light tuple: thousands of them are put in order for one page.

    `keys` are those of the address, `number` the version that a click would approve. `penalty` is
    what the hours would cost if none was done, when the clause says an amount by hour. `contract`
    is the one that it waits in, and `facilitator` the body that takes over when nobody does it.
    """

    kind: ErrandKind
    keys: tuple[str, ...]
    about: str
    who: str
    hours: Hours | None
    due_on: date | None
    penalty: Euros | None = None
    number: int | None = None
    contract: int | None = None
    facilitator: int | None = None
