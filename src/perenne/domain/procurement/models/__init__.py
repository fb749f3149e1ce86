"""Consultations, contracts and what happens to them, as they are kept."""

from perenne.domain.procurement.models.changes import Amendment, Phase, Renewal, Suspension
from perenne.domain.procurement.models.consultations import Consultation, Lot, Operation
from perenne.domain.procurement.models.contracts import Contract, Party
from perenne.domain.procurement.models.decp import DecpComplement, DecpFile, DecpRecord
from perenne.domain.procurement.models.orders import CallOff, Invoice

__all__ = [
    "Amendment",
    "CallOff",
    "Consultation",
    "Contract",
    "DecpComplement",
    "DecpFile",
    "DecpRecord",
    "Invoice",
    "Lot",
    "Operation",
    "Party",
    "Phase",
    "Renewal",
    "Suspension",
]
