"""A file that was read is applied: our buyers' contracts are made or completed, the rest is kept.

Doing it twice changes nothing: what is there already is looked for before anything is added.
"""

from collections import Counter
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from perenne.domain.coverage.queries import Router, facilitator_router
from perenne.domain.procurement.actions.decp_completing import complete_from
from perenne.domain.procurement.models import Contract, DecpComplement, DecpFile, DecpRecord
from perenne.domain.procurement.models.decp import APPLIED, CURRENT, Fate
from perenne.domain.procurement.policy import DECP_FILES
from perenne.domain.procurement.queries.decp_answers import answers_of
from perenne.domain.procurement.queries.decp_sorting import Sorted, Sorter, why_not_made
from perenne.domain.procurement.queries.decp_territory import territory_of
from perenne.domain.procurement.states import ContractForm, ContractState, Liability
from perenne.kit.actors import Actor
from perenne.kit.decp import Published, record_of
from perenne.kit.decp.items import Item
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

OVER = frozenset({ContractState.ENDED.value, ContractState.TERMINATED.value})
"""Such a contract changes no more; what is published of it is kept beside it."""
LIABILITIES = {"Conjoint": Liability.SEVERAL, "Solidaire": Liability.JOINT}
NOBODY_ANSWERS = (
    "Personne ne suit encore les marchés de ce territoire : créez la coordination, puis réessayez."
)


@transaction.atomic
def apply_decp(*, file_id: int, by: Actor, today: date) -> Counter[str]:
    """How many contracts were created, updated, kept aside."""
    row = DECP_FILES.take("decp.apply", by, file_id)
    one_at_a_time()
    ours = DecpRecord.objects.filter(file=row, fate__in=APPLIED, buyer__isnull=False)
    router = facilitator_router(on=today)
    done = Counter[str](created=0, updated=0)
    sorter = Sorter(territory_of(by))
    for one in ours.select_related("buyer").order_by("position").iterator(chunk_size=200):
        done[applied(one, router, by=by, sorter=sorter)] += 1
    become_current(row.pk)
    row.applied_on = today
    row.save(update_fields=["applied_on"])
    done["kept_aside"] = row.contracts - done["created"] - done["updated"]
    told: dict[str, Any] = dict(done)
    record("decp.apply", row, by=by, **told)
    return done


def one_at_a_time() -> None:
    """Two files that say the same contracts are applied one after the other.

    The oldest file of the committee is their common lock; each holds its own already, so that
    nobody who holds this one waits for another.
    """
    list(DecpFile.objects.select_for_update(no_key=True).order_by("pk")[:1])


def applied(one: DecpRecord, router: Router, *, by: Actor, sorter: Sorter) -> str:
    """Sorted again: the world may have changed since the file was read."""
    published = record_of(Item(one.position, one.kind, one.raw))
    again = sorter.sorted(published, one.digest, {})
    if again.fate is Fate.BAD:
        set_aside(one, again)
        return "refused"
    held = Contract.objects.select_for_update(no_key=True).filter(pk=again.contract_id or 0).first()
    contract = held or made(one, published, router)
    complement, _ = DecpComplement.objects.get_or_create(
        contract=contract, defaults={"is_imported": held is None}
    )
    if held is not None and complement.is_imported and held.state not in OVER:
        rectify(contract, published)
    complement.answers = {**complement.answers, **answers_of(published)}
    complement.save()
    added: dict[str, Any] = {}
    if contract.state not in OVER:
        added = dict(complete_from(published, contract, is_made=complement.is_imported))
    DecpRecord.objects.filter(pk=one.pk).update(contract=contract)
    record("contract.import", contract, by=by, **added)
    return "updated" if held else "created"


def set_aside(one: DecpRecord, again: Sorted) -> None:
    DecpRecord.objects.filter(pk=one.pk).update(
        fate=Fate.BAD.value, reason=again.reason[:500], contract=None
    )


def made(one: DecpRecord, published: Published, router: Router) -> Contract:
    """As it was published: notified, and begun the same day for want of another one."""
    contract = Contract(
        buyer=one.buyer,
        facilitator_id=facilitator_for(one, published, router),
        reference=published.id,
        object=published.object,
        state=ContractState.NOTIFIED,
    )
    framework = framework_of(one, published)
    if framework is not None:
        contract.framework, contract.form = framework, ContractForm.CALLED_FROM.value
    else:
        contract.form = form_of(published).value
    write_facts(contract, published)
    contract.save()
    return contract


def rectify(contract: Contract, published: Published) -> None:
    """A contract that came from what is published follows it; one of ours never does."""
    if not why_not_made(published):
        write_facts(contract, published)
        contract.save()


def write_facts(contract: Contract, published: Published) -> None:
    contract.object = published.object
    contract.cpv = published.cpv if published.cpv.isdecimal() else ""
    contract.liability = liability_of(published).value
    contract.amount_cents, contract.months = published.cents or 0, published.months or 1
    if contract.starts_on is None or contract.starts_on == contract.notified_on:
        contract.starts_on = published.notified_on
    contract.notified_on = published.notified_on


def liability_of(published: Published) -> Liability:
    """Several holders without a consortium answer each for their own part."""
    said = LIABILITIES.get(published.grouping, Liability.NONE)
    alone = len([holder for holder in published.holders if holder.siret]) <= 1
    named_later = any(len(change.holders) > 1 for change in published.changes)
    return said if said is not Liability.NONE or (alone and not named_later) else Liability.SEVERAL


def form_of(published: Published) -> ContractForm:
    if "Accord-cadre" in published.techniques:
        return ContractForm.FRAMEWORK
    return ContractForm.PHASED if "Tranches" in published.executions else ContractForm.ORDINARY


def framework_of(one: DecpRecord, published: Published) -> Contract | None:
    """The framework agreement that it names, when it is one of ours."""
    if not published.framework or published.framework == published.id:
        return None
    rows = Contract.objects.filter(
        buyer_id=one.buyer_id, reference=published.framework, form=ContractForm.FRAMEWORK
    )
    return rows.order_by("pk").first()


def facilitator_for(one: DecpRecord, published: Published, router: Router) -> int:
    """Whoever answers for the place of execution, else for the seat of the buyer."""
    seat = (one.buyer.commune_id or "") if one.buyer else ""
    commune = router.places.by_insee.get(published.place.code)
    if commune is not None:
        why = f"Le marché est exécuté à {commune.name}"
        found = router.at(commune, why, buyer_id=one.buyer_id)
    else:
        found = router.route("", seat=seat, buyer_id=one.buyer_id)
    body = found.facilitator or router.coordination
    if body is None:
        raise Refused(NOBODY_ANSWERS)
    return body.id


def become_current(file_id: int) -> None:
    """The contracts of this file are now the last word; those that said it before are no more."""
    kept = [fate.value for fate in CURRENT]
    theirs = DecpRecord.objects.filter(file_id=file_id, fate__in=kept)
    again = theirs.filter(
        buyer_siret=OuterRef("buyer_siret"),
        reference=OuterRef("reference"),
        year=OuterRef("year"),
    )
    DecpRecord.objects.filter(Exists(again), is_current=True).update(is_current=False)
    theirs.update(is_current=True)
