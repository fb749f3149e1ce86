"""Files of published contracts, and what became of each contract in them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from perenne.domain.procurement.models import DecpFile, DecpRecord
from perenne.domain.procurement.models.decp import APPLIED, Fate
from perenne.domain.procurement.policy import DECP_FILES
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.values import Euros, Siret

__all__ = [
    "DecpFileCard", "Fate", "RecordRow", "decp_file", "decp_files", "every_record", "records_of",
]  # fmt: skip
SIZE = 30


@dataclass(frozen=True, slots=True)
class DecpFileCard:
    """`counts`: how many contracts of each fate, in the order of the fates."""

    id: int
    name: str
    sender: str
    contracts: int
    weight: str
    notes: tuple[str, ...]
    read_on: date
    applied_on: date | None
    counts: tuple[tuple[Fate, int], ...] = ()
    with_anomalies: int = 0
    may_apply: bool = False

    @property
    def to_apply(self) -> int:
        return sum(count for fate, count in self.counts if fate in APPLIED)


@dataclass(frozen=True, slots=True)
class Oddity:
    field: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    position: int
    fate: Fate
    reason: str
    buyer: str
    reference: str
    object: str
    amount: Euros | None
    months: int | None
    notified_on: date | None
    social: str
    anomalies: tuple[Oddity, ...]


def decp_files(*, seen_by: Actor, page: int = 1) -> Page[DecpFileCard]:
    """The last one first."""
    rows = DECP_FILES.rows("decp.view", seen_by).select_related("organisation").order_by("-pk")
    return page_of(rows, page, size=SIZE, card_of=_card)


def decp_file(file_id: int, *, seen_by: Actor) -> DecpFileCard:
    """Four queries."""
    row = (
        DECP_FILES.rows("decp.view", seen_by)
        .select_related("organisation")
        .filter(pk=file_id)
        .first()
    )
    if row is None:
        raise NotFound(file_id)
    records = DecpRecord.objects.filter(file=row).order_by()
    counted = dict(records.values_list("fate").annotate(Count("pk")))
    return _card(
        row,
        counts=tuple((fate, counted[fate]) for fate in Fate if fate in counted),
        with_anomalies=records.exclude(anomalies=[]).count(),
        may_apply=DECP_FILES.allows("decp.apply", seen_by, row.pk),
    )


def records_of(
    file_id: int, *, seen_by: Actor, fate: Fate | None = None, page: int = 1
) -> Page[RecordRow]:
    return page_of(_records(file_id, seen_by, fate), page, size=SIZE, card_of=_row)


def every_record(file_id: int, *, seen_by: Actor) -> tuple[RecordRow, ...]:
    """For the workbook: those outside are counted, and not told one by one."""
    rows = _records(file_id, seen_by, None).exclude(fate=Fate.OUTSIDE.value)
    return tuple(_row(row) for row in rows)


def _records(file_id: int, seen_by: Actor, fate: Fate | None) -> Any:
    visible = DECP_FILES.rows("decp.view", seen_by).filter(pk=file_id)
    rows = DecpRecord.objects.filter(file__in=visible).select_related("buyer").defer("raw")
    if fate is not None:
        rows = rows.filter(fate=fate.value)
    return rows.order_by("position")


def _card(row: DecpFile, **more: Any) -> DecpFileCard:
    return DecpFileCard(
        id=row.pk,
        name=row.name,
        sender=row.organisation.name if row.organisation else "Commande du serveur",
        contracts=row.contracts,
        weight=_weight(row.size),
        notes=tuple(row.notes),
        read_on=row.read_on,
        applied_on=row.applied_on,
        **more,
    )


def _weight(size: int) -> str:
    """« 12 ko », « 3,4 Mo »."""
    megabyte = 1_000_000
    if size < megabyte:
        return f"{-(-size // 1_000)}\u00a0ko"
    return f"{size / megabyte:.1f}\u00a0Mo".replace(".", ",")


def _row(row: DecpRecord) -> RecordRow:
    number = f"SIRET {Siret(row.buyer_siret)}" if row.buyer_siret else "Acheteur inconnu"
    return RecordRow(
        position=row.position,
        fate=Fate(row.fate),
        reason=row.reason,
        buyer=row.buyer.name if row.buyer else number,
        reference=row.reference,
        object=row.object,
        amount=Euros.known(row.last_amount_cents),
        months=row.last_months,
        notified_on=row.notified_on,
        social=", ".join(row.social),
        anomalies=tuple(Oddity(*one) for one in row.anomalies),
    )
