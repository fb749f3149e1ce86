"""Several people apply what was published of the same contracts, at the same moment."""

from datetime import date

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.actions.decp_receiving import read_decp
from perenne.domain.procurement.models import Amendment, Contract, DecpRecord, Party
from perenne.kit.actors import Role
from perenne.kit.decp.tests.makers import BUYER, OTHER, act, change, contract, file_of
from perenne.kit.testing.commits import at_once, refusals

TODAY = date(2026, 11, 26)


def test_eight_appliers_leave_each_contract_once(real_commits):
    """Six files that say the same, two of them applied twice: nothing lost, nothing doubled."""
    coordination = new_actor(Role.COORDINATION)
    new_actor(Role.BUYER, siret=BUYER)
    contracts = [contract(id=f"n{n}", modifications=[change()], actesSousTraitance=[act()])
                 for n in range(3)]  # fmt: skip
    there = contract(id="there", acheteur={"id": OTHER})
    files = [
        read_decp([file_of(*contracts[n % 3 :], *contracts[: n % 3], there)],
                  name=f"{n}.json", by=coordination, today=TODAY)
        for n in range(6)
    ]  # fmt: skip
    outcomes = at_once(
        *(
            lambda file_id=file_id: apply_decp(file_id=file_id, by=coordination, today=TODAY)
            for file_id in (*files, *files[:2])
        )
    )
    print(f"8 appliers at once: {len(refusals(outcomes))} refused, 0 deadlock")
    assert len(refusals(outcomes)) == 2
    counts = [table.objects.count() for table in (Contract, Amendment, Party)]
    assert counts == [3, 3, 6]
    assert DecpRecord.objects.filter(is_current=True).count() == 4
