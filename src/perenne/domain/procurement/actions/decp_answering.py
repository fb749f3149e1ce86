"""The buyer answers what the format asks and our tables do not know."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from perenne.domain.procurement.models import DecpComplement
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.queries.decp_answers import ASKED
from perenne.kit.actors import Actor
from perenne.kit.decp.items import Kind
from perenne.kit.decp.records import NONE_SOCIAL
from perenne.kit.decp.schema import TITLES, property_of, walk
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

ALONE = "« Pas de considération sociale » ne se coche pas avec une autre considération."


@transaction.atomic
def complete_publication(*, contract_id: int, answers: Mapping[str, Any], by: Actor) -> None:
    """`answers`: field of the format → value in its shape, None to forget it.

    Refused, in French, when the official schema would refuse one of them.
    """
    contract = CONTRACTS.take("contract.complete", by, contract_id)
    for name, value in answers.items():
        if name not in ASKED:
            raise Refused(f"Le champ « {name} » n’est pas de ceux que l’on complète ici.")
        for fault in walk(value, property_of(Kind.CONTRACT, name), "") if value is not None else ():
            raise Refused(f"{TITLES[name]} : {fault.sentence}")
    social = (answers.get("considerationsSociales") or {}).get("considerationSociale", [])
    if NONE_SOCIAL in social and len(social) > 1:
        raise Refused(ALONE)
    kept, _ = DecpComplement.objects.select_for_update().get_or_create(contract=contract)
    whole = {**kept.answers, **answers}
    kept.answers = {name: value for name, value in whole.items() if value is not None}
    kept.save()
    record("contract.complete", contract, by=by, fields=len(answers))
