"""Five persons of the demo, all invented: eligible, refused, to verify, lacking a proof, twice."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from perenne.domain.participants.actions import (
    Asked,
    NoticeMeans,
    SeenProof,
    Step,
    Typed,
    open_file,
    work_on_file,
)
from perenne.domain.procurement.queries import View, contract_facts, contracts_of
from perenne.kit.actors import Actor
from perenne.ops.demo.partners import COMPANY, PRESCRIBER
from perenne.rules.eligibility import EligibilityCategory, ProofKind
from perenne.values import add_months

IN_A_FORTNIGHT = timedelta(14)


def persons_are_asked_about(
    partners: Mapping[str, Actor], facilitators: list[Actor], *, today: date
) -> None:
    """By the company for its first contract, and by a mission locale for a young person."""
    company, prescriber = (partners[one.player.email] for one in (COMPANY, PRESCRIBER))
    hire_on = today + IN_A_FORTNIGHT
    contract = contract_facts(contracts_of(seen_by=company, view=View.ALL).items[0].id)
    facilitator = next(
        one for one in facilitators if one.organisation_id == contract.facilitator_id
    )

    def ask(first: str, last: str, born_on: date, *, by: Actor = company, **said: Any) -> int:
        asked = Asked(
            first, last, born_on, hire_on, phone="01 60 00 00 99",
            contract_id=contract.id if by is company else None, **said,
        )  # fmt: skip
        return open_file(asked=asked, by=by, today=today)

    known = ask("Yasmine", "Ferrand", date(1984, 3, 9), sex="woman")
    refused = ask("Bruno", "Tissot", date(1979, 11, 2), sex="man")
    lacking = ask("Corinne", "Lebas", date(1970, 6, 21), sex="woman")
    ask("Ferrand", "Yasmina", date(1984, 3, 9), sex="woman")
    ask("Nolan", "Guérin", date(2004, 8, 30), by=prescriber, commune="77131", sex="man")
    answers = {
        known: (seeking(hire_on, 30, (SeenProof(ProofKind.FRANCE_TRAVAIL, today),)), Step.CONFIRM),
        refused: (Typed({"seeking": False}, reason="En emploi depuis deux ans."), Step.REFUSE),
        lacking: (seeking(hire_on, 15, ()), Step.ASK),
    }
    for file_id, (typed, step) in answers.items():
        work_on_file(file_id=file_id, typed=typed, step=step, by=facilitator, today=today)


def seeking(hire_on: date, months: int, proofs: tuple[SeenProof, ...]) -> Typed:
    """Registered as a job seeker for so many months."""
    situation = {
        "seeking": True, "registered_on": add_months(hire_on, -months), "months_worked": 1,
    }  # fmt: skip
    claimed = (EligibilityCategory.DELD,)
    return Typed(situation, claimed, proofs[0] if proofs else None, NoticeMeans.SPOKEN)
