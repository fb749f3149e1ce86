"""Le marché de l’inclusion: its export of structures (csv, xls, xlsx), and the JSON of its API.

Columns are known by their French headings or by the names of the API. Those of contact persons
(« Prénom », « Nom ») are never read.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from perenne.domain.directory.queries.reading.facts import (
    Facts,
    Unfit,
    about_in,
    day_in,
    email_in,
    name_in,
    phone_in,
    place_in,
    siret_in,
    site_in,
)
from perenne.domain.directory.states import WorkMode
from perenne.domain.organisations.states import STRUCTURE_LABELS, StructureKind
from perenne.rules.directory import sectors_in, trades_of_sector
from perenne.values import fold

HEADINGS: Mapping[str, str] = {
    "id": "id",
    "slug": "slug",
    "lien vers le marche": "link",
    "raison sociale": "name",
    "name": "name",
    "enseigne": "brand",
    "brand": "brand",
    "siret": "siret",
    "type de structure": "kind",
    "kind": "kind",
    "type de prestation": "modes",
    "types de prestation": "modes",
    "presta type": "modes",
    "presta types": "modes",
    "site internet": "website",
    "contact website": "website",
    "e mail": "email",
    "contact email": "email",
    "telephone": "phone",
    "contact phone": "phone",
    "adresse": "address",
    "address": "address",
    "ville": "city",
    "city": "city",
    "code postal": "postcode",
    "post code": "postcode",
    "description": "about",
    "secteurs d activite": "sectors",
    "sectors": "sectors",
    "reseaux": "networks",
    "networks": "networks",
    "is qpv": "qpv",
    "zone qpv": "qpv",
    "quartier prioritaire de la politique de la ville api qpv": "qpv",
    "latitude": "latitude",
    "longitude": "longitude",
    "is active": "active",
    "active": "active",
    "updated at": "day",
    "date de mise a jour": "day",
}
TOLD_BY = frozenset({"name", "kind"})
"""Without these two columns it is no such file."""
KINDS = {
    **{kind.value.upper(): kind.value for kind in StructureKind if kind is not StructureKind.OTHER},
    "ACIPHC": StructureKind.ACI.value,
    "SEP": StructureKind.OTHER.value,
}
"""Work in prison (SEP) has no kind of its own here."""
BY_LABEL = {fold(label): kind.value for kind, label in STRUCTURE_LABELS.items()}
IN_BRACKETS = re.compile(r"\(([A-Z]{2,6})\)\s*$")
MODES = {
    "disp": WorkMode.LENDING,
    "mise a disposition": WorkMode.LENDING,
    "prest": WorkMode.SERVICE,
    "build": WorkMode.GOODS,
    "fabrication": WorkMode.GOODS,
}
SLUG_IN_LINK = re.compile(r"/prestataires/([\w-]+)")
NO, YES = frozenset({"non", "false", "0", "faux"}), frozenset({"oui", "true", "1", "vrai"})


def facts_of(said: Mapping[str, Any], *, dated_on: date, today: date) -> Facts:
    """Unfit, in French, when the row cannot be taken. `said` is by our names of columns."""
    name = name_in(_text(said, "name"))
    kind = _kind(_text(said, "kind"))
    if _text(said, "active").casefold() in NO:
        raise Unfit("La structure n’est plus active sur Le marché de l’inclusion.")
    siret = siret_in(_text(said, "siret"))
    brand = " ".join(_text(said, "brand").split())[:200]
    email, notes = email_in(_text(said, "email"), f"{name} {brand}")
    latitude, longitude = place_in(_text(said, "latitude"), _text(said, "longitude"))
    day = _text(said, "day")
    return Facts(
        key=_key(said, name, kind, siret),
        name=name,
        brand="" if fold(brand) == fold(name) else brand,
        kind=kind,
        siret=siret,
        address=" ".join(_text(said, "address").split())[:200],
        postcode=_postcode(_text(said, "postcode")),
        city=_text(said, "city").strip(),
        latitude=latitude,
        longitude=longitude,
        about=about_in(_text(said, "about")),
        website=site_in(_text(said, "website")),
        email=email,
        phone=phone_in(_text(said, "phone")),
        networks=_names(said.get("networks")),
        modes=_modes(said.get("modes")),
        qpv=_yes_or_no(_text(said, "qpv")),
        trades=_trades(said.get("sectors")),
        said_on=day_in(day, today) if day else min(dated_on, today),
        notes=notes,
    )


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return "" if value is None else str(value)


def _key(said: Mapping[str, Any], name: str, kind: str, siret: str) -> str:
    """Its address on the site, else its number and kind, else its name and postcode."""
    found = SLUG_IN_LINK.search(_text(said, "link"))
    slug = _text(said, "slug").strip() or (found[1] if found else "")
    if slug:
        return slug[:200]
    if siret:
        return f"{siret} {kind}"
    return f"{fold(name)} {_text(said, 'postcode').strip()} {kind}"[:200]


def _kind(said: str) -> str:
    bracketed = IN_BRACKETS.search(said.strip())
    code = (bracketed[1] if bracketed else said).strip().upper()
    kind = KINDS.get(code) or BY_LABEL.get(fold(said))
    if kind is None:
        raise Unfit(f"Type de structure inconnu : « {said.strip()[:60]} ».")
    return kind


def _postcode(said: str) -> str:
    """A spreadsheet takes the zero that begins it."""
    digits = re.sub(r"\D", "", said)
    return digits.zfill(5) if 4 <= len(digits) <= 5 else ""


def _names(said: Any) -> tuple[str, ...]:
    """A list of names, of objects that have one, or a text with commas."""
    if isinstance(said, list):
        return tuple(
            str(one.get("name", "") if isinstance(one, dict) else one)[:60] for one in said
        )
    return tuple(one.strip()[:60] for one in str(said or "").split(",") if one.strip())


def _modes(said: Any) -> tuple[str, ...]:
    folded = fold(" ".join(_names(said)))
    found = {mode.value for mark, mode in MODES.items() if mark in folded}
    return tuple(mode.value for mode in WorkMode if mode.value in found)


def _trades(said: Any) -> tuple[str, ...]:
    sectors = _names(said) if isinstance(said, list) else sectors_in(str(said or ""))
    codes = (one.code for sector in sectors for one in trades_of_sector(sector))
    return tuple(dict.fromkeys(codes))


def _yes_or_no(said: str) -> bool | None:
    word = said.strip().casefold()
    return True if word in YES else False if word in NO else None
