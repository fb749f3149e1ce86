"""A file of published contracts becomes records; nothing of it is lost, nothing is believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Any

from perenne.kit.decp.checking import anomalies_of
from perenne.kit.decp.items import LARGEST, Item, Kind, Source
from perenne.kit.decp.records import Act, Anomaly, Change, Holder, Place, Published
from perenne.kit.decp.sandbox import Pieces, Told, items_of
from perenne.kit.decp.shapes import is_old, kind_of, typed, upright
from perenne.values import Euros

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DIGITS = re.compile(r"[0-9]{14}")
MOST_MONTHS = 2_000
MOST_ANOMALIES = 50


@dataclass(slots=True)
class Reading:
    """`records` is read once, as it comes; `told` is whole when it has been."""

    records: Iterator[Published]
    told: Told


def read(pieces: Pieces) -> Reading:
    """The contracts of a file that comes by pieces; Refused, in French, when it has none.

    The file is opened in a process that can be lost (decision 0002); bounds: items.LIMITS.
    """
    told = Told()
    return Reading((record_of(item, told.source) for item in items_of(pieces, told)), told)


def record_of(item: Item, source: Source = Source.JSON) -> Published:
    """What can be read of a contract. Never raises: what cannot be read is an anomaly."""
    given: Mapping[str, Any] = item.raw if isinstance(item.raw, dict) else {}
    kind = kind_of(given, item.kind)
    raw = upright(given)
    if source is Source.XML:
        raw = typed(raw, kind)
    old = bool(given) and is_old(given, kind)
    strict = raw if source is Source.XML or old else given
    record = facts_of(item, kind, raw, is_old=old)
    if item.trouble:
        said: tuple[Anomaly, ...] = (Anomaly("", shortened(item.raw), item.trouble),)
    else:
        said = some_of(anomalies_of(record, strict))
    return with_anomalies(record, said)


def some_of(anomalies: Iterator[Anomaly]) -> tuple[Anomaly, ...]:
    """The first ones: a contract with more of them than that is no contract."""
    first = tuple(islice(anomalies, MOST_ANOMALIES))
    if next(anomalies, None) is None:
        return first
    return (*first, Anomaly("", "", "D’autres anomalies suivent : elles ne sont pas détaillées."))


def with_anomalies(record: Published, said: tuple[Anomaly, ...]) -> Published:
    values = {name: getattr(record, name) for name in Published.__dataclass_fields__}
    return Published(**{**values, "anomalies": said})


def facts_of(item: Item, kind: Kind, raw: dict[str, Any], *, is_old: bool) -> Published:
    concession = kind is Kind.CONCESSION
    place = group(raw.get("lieuExecution"))
    return Published(
        position=item.position,
        kind=kind,
        buyer=siret_in(group(raw.get("autoriteConcedante" if concession else "acheteur"))),
        id=text(raw.get("id"))[:100],
        nature=text(raw.get("nature")),
        object=text(raw.get("objet")),
        cpv=text(raw.get("codeCPV"))[:8],
        techniques=texts(raw.get("techniques")),
        executions=texts(raw.get("modalitesExecution")),
        framework=text(raw.get("idAccordCadre"))[:100],
        procedure=text(raw.get("procedure")),
        ccag=text(raw.get("ccag")),
        grouping=text(raw.get("typeGroupementOperateurs")),
        place=Place(text(place.get("code"))[:20], text(place.get("typeCode"))),
        months=months(raw.get("dureeMois")),
        notified_on=day(raw.get("dateSignature" if concession else "dateNotification")),
        published_on=day(raw.get("datePublicationDonnees")),
        cents=cents(raw.get("valeurGlobale" if concession else "montant")),
        social=texts(raw.get("considerationsSociales")),
        holders=holders(raw.get("concessionnaires" if concession else "titulaires")),
        changes=tuple(change_in(one) for one in groups(raw.get("modifications"))),
        acts=tuple(acts_in(raw)),
        is_old=is_old,
        raw=raw if item.raw is not None else {},
        anomalies=(),
    )


def change_in(raw: Mapping[str, Any]) -> Change:
    return Change(
        number=number(raw.get("id")),
        notified_on=day(
            raw.get("dateNotificationModification") or raw.get("dateSignatureModification")
        ),
        published_on=day(raw.get("datePublicationDonneesModification")),
        cents=cents(raw.get("montant", raw.get("valeurGlobale"))),
        months=months(raw.get("dureeMois")),
        holders=holders(raw.get("titulaires")),
    )


def acts_in(raw: Mapping[str, Any]) -> Iterator[Act]:
    """Each subcontract, with the last modification of it that changes something."""
    later: dict[int | None, list[tuple[date, Mapping[str, Any]]]] = {}
    for change in groups(raw.get("modificationsActesSousTraitance")):
        on = day(change.get("dateNotificationModificationSousTraitance")) or date.min
        later.setdefault(number(change.get("id")), []).append((on, change))
    for act in groups(raw.get("actesSousTraitance")):
        amount, lasting = cents(act.get("montant")), months(act.get("dureeMois"))
        for _, change in sorted(later.get(number(act.get("id")), []), key=lambda one: one[0]):
            amount = cents(change.get("montant")) or amount
            lasting = months(change.get("dureeMois")) or lasting
        yield Act(
            number(act.get("id")),
            holder_in(group(act.get("sousTraitant"))),
            day(act.get("dateNotification")),
            amount,
            lasting,
        )


def holder_in(raw: Mapping[str, Any]) -> Holder:
    return Holder(
        text(raw.get("typeIdentifiant")),
        text(raw.get("id"))[:40],
        text(raw.get("denominationSociale"))[:200],
    )


def holders(value: Any) -> tuple[Holder, ...]:
    return tuple(holder_in(one) for one in groups(value))


def groups(value: Any) -> Iterator[Mapping[str, Any]]:
    """What stands in [{name: {…}}], whatever the name."""
    for one in value if isinstance(value, list) else ():
        for inside in one.values() if isinstance(one, dict) else ():
            yield group(inside)


def group(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def texts(value: Any) -> tuple[str, ...]:
    lists = group(value).values()
    return tuple(
        text(one)[:80] for many in lists if isinstance(many, list) for one in many if text(one)
    )


def text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def siret_in(value: Mapping[str, Any]) -> str:
    digits = text(value.get("id")).replace(" ", "")
    return digits if DIGITS.fullmatch(digits) else ""


def decimal(value: Any) -> Decimal | None:
    """« 48 » between quotes is a number too; « NC » is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        found = Decimal(str(value).replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < LARGEST else None


def cents(value: Any) -> int | None:
    found = decimal(value)
    return None if found is None or found <= 0 or found * 100 >= LARGEST else Euros.of(found).cents


def number(value: Any) -> int | None:
    found = decimal(value)
    return None if found is None or found != found.to_integral_value() else int(found)


def months(value: Any) -> int | None:
    found = number(value)
    return found if found and 0 < found <= MOST_MONTHS else None


def day(value: Any) -> date | None:
    found = DAY.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def shortened(value: Any) -> str:
    return "" if value is None else str(value)[:60]
