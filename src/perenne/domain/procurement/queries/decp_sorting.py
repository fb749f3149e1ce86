"""The fate of each contract of a file, decided before anything is written."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from perenne.domain.procurement.models import DecpRecord
from perenne.domain.procurement.models.decp import Fate
from perenne.domain.procurement.queries.decp_territory import OurBuyer, Territory
from perenne.kit.decp import Published
from perenne.kit.decp.items import Kind
from perenne.kit.decp.records import NONE_SOCIAL

LONGEST_REFERENCE = 16
NO_BUYER = "L’acheteur n’a pas de numéro SIRET lisible : rien ne dit de qui est ce contrat."
NO_ID = "Le contrat n’a pas de numéro : rien ne dit lequel c’est."
LONG_ID = "Le numéro « {id} » dépasse les 16 signes du format : l’acheteur doit le corriger."
INCOMPLETE = "Il manque, pour créer le marché : {what}."
SAME = "Même acheteur, même numéro et même année que le contrat n° {position} de ce fichier."
AMBIGUOUS = "{count} de vos marchés portent ce numéro : rien ne dit duquel il s’agit."
TAKEN = (
    "Un autre marché de cet acheteur porte déjà ce numéro, notifié en {year} : "
    "vérifiez l’année de notification."
)
FOREIGN = "Ce contrat est d’un autre acheteur."
FAR = "Ni l’acheteur ni le lieu d’exécution ne sont du territoire."


@dataclass(frozen=True, slots=True)
class Sorted:
    fate: Fate
    reason: str = ""
    buyer_id: int | None = None
    contract_id: int | None = None


@dataclass(slots=True)
class Sorter:
    """Remembers what the file has already said: of two contracts alike the first is kept."""

    territory: Territory
    seen: dict[tuple[str, str, int], int] = field(default_factory=dict)
    made: dict[tuple[int, str], int] = field(default_factory=dict)
    """The year of what is to be made: two years of one number are not two contracts."""

    def rows_of(self, records: Sequence[Published], file_id: int) -> Iterator[DecpRecord]:
        """One for each; a single query for them all."""
        known = latest_of(records)
        for record in records:
            digest = digest_of(record)
            found = self.sorted(record, digest, known)
            yield row_of(record, found, digest, file_id)

    def sorted(
        self, record: Published, digest: str, known: dict[tuple[str, str, int], DecpRecord]
    ) -> Sorted:
        if not record.is_matchable:
            return Sorted(Fate.BAD, why_bad(record))
        key = (record.buyer, record.id, record.year)
        if key in self.seen:
            return Sorted(Fate.TWICE, SAME.format(position=self.seen[key]))
        self.seen[key] = record.position
        buyer = self.territory.buyer_of(record)
        if buyer is None:
            return self.of_nobody_here(record)
        if record.kind is Kind.CONCESSION:
            return Sorted(Fate.CONCESSION, buyer_id=buyer.id)
        return self.of_ours(record, buyer, digest, known.get(key))

    def of_nobody_here(self, record: Published) -> Sorted:
        if self.territory.holds(record.place):
            return Sorted(Fate.ELSEWHERE)
        return Sorted(Fate.OUTSIDE, FOREIGN if self.territory.is_of_one_buyer else FAR)

    def of_ours(
        self, record: Published, buyer: OurBuyer, digest: str, before: DecpRecord | None
    ) -> Sorted:
        held = self.territory.held(buyer, record)
        if len(held) > 1:
            return Sorted(Fate.BAD, AMBIGUOUS.format(count=len(held)), buyer.id)
        if held:
            said = before is not None and before.digest == digest and before.contract_id
            fate = Fate.KNOWN if said == held[0].id else Fate.UPDATED
            return Sorted(fate, buyer_id=buyer.id, contract_id=held[0].id)
        others = self.territory.contracts.get((buyer.id, record.id), ())
        taken = others[0].year if others else self.made.get((buyer.id, record.id))
        reason = TAKEN.format(year=taken) if taken is not None else why_not_made(record)
        if reason:
            return Sorted(Fate.BAD, reason, buyer.id)
        self.made[buyer.id, record.id] = record.year
        return Sorted(Fate.NEW, buyer_id=buyer.id)


def why_bad(record: Published) -> str:
    if not record.raw and record.anomalies:
        return record.anomalies[0].sentence
    return NO_BUYER if not record.buyer else NO_ID


def why_not_made(record: Published) -> str:
    """What our own tables cannot do without."""
    if len(record.id) > LONGEST_REFERENCE:
        return LONG_ID.format(id=record.id[:40])
    wanted = {
        "l’objet": record.object,
        "le montant": record.cents,
        "la durée": record.months,
        "la date de notification": record.notified_on,
        "un titulaire": record.holders,
    }
    missing = [name for name, value in wanted.items() if not value]
    return INCOMPLETE.format(what=", ".join(missing)) if missing else ""


def latest_of(records: Sequence[Published]) -> dict[tuple[str, str, int], DecpRecord]:
    """What was last published of these contracts, by buyer, number and year."""
    rows = DecpRecord.objects.filter(
        is_current=True,
        buyer_siret__in={record.buyer for record in records if record.buyer},
        reference__in={record.id for record in records if record.id},
    ).only("buyer_siret", "reference", "year", "digest", "contract_id")
    return {(row.buyer_siret, row.reference, row.year): row for row in rows}


def digest_of(record: Published) -> str:
    said = json.dumps(record.raw, sort_keys=True, ensure_ascii=False)
    return sha256(said.encode()).hexdigest()


def row_of(record: Published, found: Sorted, digest: str, file_id: int) -> DecpRecord:
    last_cents, last_months = lasting(record)
    return DecpRecord(
        file_id=file_id,
        position=record.position,
        kind=record.kind.value,
        fate=found.fate.value,
        reason=found.reason[:500],
        buyer_id=found.buyer_id,
        contract_id=found.contract_id,
        buyer_siret=record.buyer,
        reference=record.id,
        year=record.year,
        notified_on=record.notified_on,
        published_on=record.published_on,
        object=record.object[:2_000],
        amount_cents=record.cents,
        last_amount_cents=last_cents,
        months=record.months,
        last_months=last_months,
        social=list(record.social),
        is_social=bool(set(record.social) - {NONE_SOCIAL}),
        holders=[holder.siret or holder.id for holder in record.holders],
        place=record.place.code,
        digest=digest,
        anomalies=[[one.field, one.value, one.sentence] for one in record.anomalies],
        raw=None if found.fate is Fate.OUTSIDE else record.raw,
    )


def lasting(record: Published) -> tuple[int | None, int | None]:
    """Amount and months once every dated modification is applied, by the day of each."""
    cents, months = record.cents, record.months
    dated = [one for one in record.changes if one.notified_on]
    for change in sorted(dated, key=lambda one: (one.notified_on, one.number or 0)):
        cents, months = change.cents or cents, change.months or months
    return cents, months
