"""What a row of a file says of a structure, once it is clean; and what each kind of value needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from perenne.domain.directory.states import StructureSource
from perenne.kit.refusals import Refused
from perenne.rules.directory import is_of_a_person
from perenne.values import Siret

LONGEST_ABOUT = 2_000
LONGEST_SITE = 300
MICRO = 1_000_000
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
NUMBER = re.compile(r"(?:\+33|0033|\b0)\s*[1-9](?:[\s.-]*\d{2}){4}\b")
SITE = re.compile(r"https?://[^\s\"'<>]+$")
NATIONAL, INTERNATIONAL = 10, 11  # digits
NO_NAME = "Le nom manque."


class Unfit(Refused):
    """A row that cannot be taken; its message is the reason, in French."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One structure. Empty means that the file says nothing of it. Places in micro-degrees."""

    key: str
    name: str
    kind: str
    said_on: date
    brand: str = ""
    siret: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    insee: str = ""
    latitude: int | None = None
    longitude: int | None = None
    about: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    networks: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    qpv: bool | None = None
    trades: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What was left out of the row, in French."""

    def kept(self) -> dict[str, Any]:
        """As JSON, without the contact, which has columns of its own."""
        held = {one.name: getattr(self, one.name) for one in fields(self)}
        del held["email"], held["phone"]
        return held | {"said_on": self.said_on.isoformat()}

    @classmethod
    def from_kept(cls, held: Mapping[str, Any], *, email: str, phone: str) -> Self:
        lists = {name: tuple(held[name]) for name in ("networks", "modes", "trades", "notes")}
        day = date.fromisoformat(held["said_on"])
        return cls(**{**held, **lists, "said_on": day, "email": email, "phone": phone})


@dataclass(frozen=True, slots=True)
class ReadRow:
    """`facts` is None when `aside` says why nothing can be taken of it."""

    line: int
    name: str = ""
    facts: Facts | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ReadFile:
    source: StructureSource
    rows: Iterator[ReadRow]
    notes: tuple[str, ...] = field(default=())


def name_in(said: str) -> str:
    name = " ".join(said.split())[:200]
    if not name:
        raise Unfit(NO_NAME)
    return name


def siret_in(said: str) -> str:
    if not said.strip():
        return ""
    try:
        return Siret.read(said).digits
    except ValueError:
        raise Unfit(f"Numéro SIRET faux : « {said.strip()[:20]} ».") from None


def day_in(said: str, today: date) -> date:
    """A day to come is taken for today: no file knows it."""
    try:
        return min(date.fromisoformat(said.strip()[:10]), today)
    except ValueError:
        raise Unfit(f"Date de mise à jour illisible : « {said.strip()[:20]} ».") from None


def email_in(said: str, organisation: str) -> tuple[str, tuple[str, ...]]:
    """The address of an organisation, never that of a person, and what is to be told of it."""
    address = said.strip()[:254]
    if not address:
        return "", ()
    try:
        validate_email(address)
    except ValidationError:
        return "", ("adresse électronique illisible, non reprise",)
    if is_of_a_person(address, organisation):
        return "", ("adresse électronique d’une personne, non reprise",)
    return address, ()


def phone_in(said: str) -> str:
    """« 01 60 00 00 00 » for a French number; another one as it is written."""
    digits = re.sub(r"\D", "", said)
    if len(digits) == INTERNATIONAL and digits.startswith("33"):
        digits = f"0{digits[2:]}"
    if len(digits) == NATIONAL and digits.startswith("0"):
        return " ".join(digits[at : at + 2] for at in range(0, NATIONAL, 2))
    return said.strip()[:30]


def site_in(said: str) -> str:
    site = said.strip()
    if site.lower().startswith("www."):
        site = f"https://{site}"
    return site if SITE.match(site) and len(site) <= LONGEST_SITE else ""


def about_in(said: str) -> str:
    """Without the addresses and the numbers in it: they may be those of persons."""
    text = " ".join(NUMBER.sub("", ADDRESS.sub("", said)).split())
    return text if len(text) <= LONGEST_ABOUT else f"{text[: LONGEST_ABOUT - 1]}…"


def place_in(latitude: Any, longitude: Any) -> tuple[int | None, int | None]:
    """Both or none; nothing for what is not on the globe."""
    try:
        north, east = (Decimal(str(one).replace(",", ".")) for one in (latitude, longitude))
        on_globe = abs(north) <= 90 and abs(east) <= 180
    except InvalidOperation:
        return None, None
    return (int(north * MICRO), int(east * MICRO)) if on_globe else (None, None)
