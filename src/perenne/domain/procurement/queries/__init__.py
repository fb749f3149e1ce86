"""What one may ask about consultations and contracts."""

from perenne.domain.procurement.queries.consultations import (
    Awarded,
    ConsultationCard,
    ConsultationRow,
    LotCard,
    OperationChoice,
    Stage,
    consultation_card,
    consultations_of,
    lot_card,
    lot_facts,
    operations_of,
    purchases_put_out,
    recording,
)
from perenne.domain.procurement.queries.contracts import (
    ContractCard,
    ContractRow,
    View,
    contract_card,
    contracts_of,
)
from perenne.domain.procurement.queries.facts import (
    AmendmentFact,
    CallOffFact,
    ContractFacts,
    InvoiceFact,
    PartyFact,
    PhaseFact,
    RenewalFact,
    SuspensionFact,
)
from perenne.domain.procurement.queries.gathering import contract_facts, facts_of_contracts
from perenne.domain.procurement.queries.parties import PartyNode, spaces_under
from perenne.domain.procurement.queries.silence import Silence, silent_consultations
from perenne.domain.procurement.queries.timeline import Moment

__all__ = [
    "AmendmentFact", "Awarded", "CallOffFact", "ConsultationCard", "ConsultationRow",
    "ContractCard", "ContractFacts", "ContractRow", "InvoiceFact", "LotCard", "Moment",
    "OperationChoice", "PartyFact", "PartyNode", "PhaseFact", "RenewalFact", "Silence", "Stage",
    "SuspensionFact", "View", "consultation_card", "consultations_of", "contract_card",
    "contract_facts", "contracts_of", "facts_of_contracts", "lot_card", "lot_facts",
    "operations_of", "purchases_put_out", "recording", "silent_consultations", "spaces_under",
]  # fmt: skip
