"""Consultations and contracts: their buyer’s and facilitator’s; a company’s once linked to it."""

from perenne.domain.procurement.factories import (
    new_call_off,
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.models import Phase, Suspension
from perenne.domain.procurement.states import (
    ContractForm,
    ContractState,
    Liability,
    LotState,
    PartyRole,
)
from perenne.web.tests.scenes import CLEANING, LINES, new_sent_programme

ROWS = """
                                                     nob vis buy bu2 fac fa2 coo com str pre
procurement:consultations       -                  302 302 200 200 200 200 200 200 200 200
procurement:open                -                  302 302 200 200 200 200 200 404 404 404
procurement:open_from           programme          302 302 200 404 200 404 200 404 404 404
procurement:consultation        consultation       302 302 200 404 200 404 200 404 404 404
procurement:amend_consultation  consultation       302 302 200 404 200 404 404 404 404 404
procurement:add_lot             consultation       302 302 200 404 200 404 404 404 404 404
procurement:lot                 published          302 302 302 404 302 404 302 404 404 404
procurement:edit_lot            prepared           302 302 200 404 200 404 404 404 404 404
procurement:edit_lot            published          302 302 404 404 404 404 404 404 404 404
procurement:remove_lot          prepared      POST 302 302 302 404 302 404 404 404 404 404
procurement:award               published          302 302 200 404 200 404 404 404 404 404
procurement:award               prepared           302 302 404 404 404 404 404 404 404 404
procurement:add_awardee         awarded            302 302 200 404 200 404 404 404 404 404
procurement:find_unsuccessful   published          302 302 200 404 200 404 404 404 404 404
procurement:drop                prepared           302 302 200 404 200 404 404 404 404 404
procurement:drop                awarded            302 302 404 404 404 404 404 404 404 404
procurement:contracts           -                  302 302 200 200 200 200 200 200 200 200
procurement:record              -                  302 302 200 200 200 200 200 404 404 404
procurement:contract            signed             302 302 200 404 200 404 200 404 404 404
procurement:contract            framework          302 302 200 404 200 404 200 200 200 404
procurement:contract            ended              302 302 200 404 200 404 200 200 404 404
procurement:call                framework          302 302 200 404 200 404 404 404 404 404
procurement:call                phased             302 302 404 404 404 404 404 404 404 404
procurement:amend               framework          302 302 200 404 200 404 404 404 404 404
procurement:amend               ended              302 302 404 404 404 404 404 404 404 404
procurement:renew               framework          302 302 200 404 200 404 404 404 404 404
procurement:suspend             framework          302 302 200 404 200 404 404 404 404 404
procurement:suspend             signed             302 302 404 404 404 404 404 404 404 404
procurement:resume              framework          302 302 200 404 200 404 404 404 404 404
procurement:declare_phase       phased             302 302 200 404 200 404 404 404 404 404
procurement:declare_phase       framework          302 302 404 404 404 404 404 404 404 404
procurement:affirm_phase        phased             302 302 200 404 200 404 404 404 404 404
procurement:order               framework          302 302 200 404 200 404 404 404 404 404
procurement:invoice             framework          302 302 200 404 200 404 404 404 404 404
procurement:close_order         framework          302 302 200 404 200 404 404 404 404 404
procurement:enrol_subcontractor framework          302 302 200 404 200 404 404 404 404 404
procurement:enrol_co_contractor framework          302 302 200 404 200 404 404 404 404 404
procurement:remove_party        framework          302 302 200 404 200 404 404 404 404 404
procurement:link_party          framework          302 302 404 404 200 404 404 404 404 404
procurement:invite_party        framework          302 302 200 404 200 404 404 404 404 404
procurement:terminate           framework          302 302 200 404 200 404 404 404 404 404
"""


def things(committee):
    people = {"buyer": committee.buyer, "facilitator": committee.facilitator}
    consultation = new_consultation(**people)
    lots = {
        state: new_lot(consultation, state=state)
        for state in (LotState.PREPARED, LotState.PUBLISHED, LotState.AWARDED)
    }
    signed = new_contract(lot=lots[LotState.AWARDED], state=ContractState.SIGNED)
    new_party(signed, company=committee.company)
    phased = new_contract(form=ContractForm.PHASED, **people)
    Phase.objects.create(contract=phased, number=1, label="Option", amount_cents=1)
    framework = _framework(committee, people)
    return {
        "programme": [new_sent_programme(committee.buyer, LINES[CLEANING])],
        "consultation": [consultation.pk],
        "prepared": [lots[LotState.PREPARED].pk],
        "published": [lots[LotState.PUBLISHED].pk],
        "awarded": [lots[LotState.AWARDED].pk],
        "signed": [signed.pk],
        "framework": [framework.pk],
        "phased": [phased.pk],
        "ended": [_ended(committee, people).pk],
    }


def _framework(committee, people):
    """One in which there is something to do everything with."""
    row = new_contract(
        form=ContractForm.FRAMEWORK,
        liability=Liability.JOINT,
        renewals=1,
        renewal_months=12,
        **people,
    )
    lead = new_party(row, company=committee.company)
    new_party(row, role=PartyRole.CO_CONTRACTOR)
    new_party(row, under=lead, company=committee.structure)
    new_call_off(row)
    Suspension.objects.create(contract=row, since=row.starts_on, reason="Intempéries")
    return row


def _ended(committee, people):
    row = new_contract(**people)
    new_party(row, company=committee.company)
    row.state, row.ended_on = ContractState.ENDED, row.starts_on
    row.save()
    return row
