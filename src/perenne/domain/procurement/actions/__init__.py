"""What one may do to consultations and contracts. The only writers of this app’s tables."""

from perenne.domain.procurement.actions.awarding import (
    Award,
    ContractTerms,
    PartyFacts,
    add_awardee,
    award_lot,
    call_contract,
    record_contract,
)
from perenne.domain.procurement.actions.changing import (
    AmendmentFacts,
    PhaseFacts,
    affirm_phase,
    amend_contract,
    declare_phase,
    renew_contract,
    resume_contract,
    suspend_contract,
)
from perenne.domain.procurement.actions.consultations import (
    ConsultationFacts,
    Days,
    LotFacts,
    add_lot,
    amend_consultation,
    edit_lot,
    open_consultation,
    open_from_purchases,
    open_operation,
    remove_lot,
)
from perenne.domain.procurement.actions.enrolling import (
    enrol_co_contractor,
    enrol_subcontractor,
    invite_party,
    link_party,
    remove_party,
)
from perenne.domain.procurement.actions.life import (
    end_contract,
    notify_contract,
    terminate_contract,
)
from perenne.domain.procurement.actions.lots import (
    drop_lot,
    find_lot_unsuccessful,
    prepare_lot_again,
    publish_lots,
)
from perenne.domain.procurement.actions.mailing import send_invitation_to_party
from perenne.domain.procurement.actions.ordering import (
    InvoiceFacts,
    close_order,
    place_order,
    record_invoice,
)
from perenne.domain.procurement.actions.people import People

__all__ = [
    "AmendmentFacts", "Award", "ConsultationFacts", "ContractTerms", "Days", "InvoiceFacts",
    "LotFacts", "PartyFacts", "People", "PhaseFacts", "add_awardee", "add_lot", "affirm_phase",
    "amend_consultation", "amend_contract", "award_lot", "call_contract", "close_order",
    "declare_phase", "drop_lot", "edit_lot", "end_contract", "enrol_co_contractor",
    "enrol_subcontractor", "find_lot_unsuccessful", "invite_party", "link_party",
    "notify_contract", "open_consultation", "open_from_purchases", "open_operation",
    "place_order", "prepare_lot_again", "publish_lots", "record_contract", "record_invoice",
    "remove_lot", "remove_party", "renew_contract", "resume_contract",
    "send_invitation_to_party", "suspend_contract", "terminate_contract",
]  # fmt: skip
