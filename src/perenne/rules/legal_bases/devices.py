"""What a contract may be made of: the devices that combine into a legal basis."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from perenne.rules.legal_bases.names import LegalBasis
from perenne.rules.legal_bases.reservations import ReservedTo


class Device(StrEnum):
    CONDITION = "condition"
    CRITERION = "criterion"
    SUBJECT_MATTER = "subject_matter"
    RESERVED_DISABILITY = "reserved_disability"
    RESERVED_INCLUSION = "reserved_inclusion"
    RESERVED_PRISON = "reserved_prison"
    RESERVED_SOCIAL_ECONOMY = "reserved_social_economy"

    @property
    def label(self) -> str:
        return DEVICE_LABELS[self]

    @property
    def basis(self) -> LegalBasis:
        """The possibility that has this device."""
        return BASIS_OF[self]


DEVICE_LABELS: Mapping[Device, str] = {
    Device.CONDITION: "condition d’exécution",
    Device.CRITERION: "critère d’attribution",
    Device.SUBJECT_MATTER: "insertion, objet du marché",
    Device.RESERVED_DISABILITY: "réservation au handicap",
    Device.RESERVED_INCLUSION: "réservation à l’insertion",
    Device.RESERVED_PRISON: "réservation à la production en prison",
    Device.RESERVED_SOCIAL_ECONOMY: "réservation à l’économie sociale et solidaire",
}
BASIS_OF: Mapping[Device, LegalBasis] = {
    Device.CONDITION: LegalBasis.PERFORMANCE_CONDITION,
    Device.CRITERION: LegalBasis.CONDITION_AND_CRITERION,
    Device.SUBJECT_MATTER: LegalBasis.SUBJECT_MATTER,
    Device.RESERVED_DISABILITY: LegalBasis.RESERVED_INCLUSION,
    Device.RESERVED_INCLUSION: LegalBasis.RESERVED_INCLUSION,
    Device.RESERVED_PRISON: LegalBasis.RESERVED_INCLUSION,
    Device.RESERVED_SOCIAL_ECONOMY: LegalBasis.RESERVED_SOCIAL_ECONOMY,
}
RESERVED_TO: Mapping[Device, ReservedTo] = {
    Device.RESERVED_DISABILITY: ReservedTo.DISABILITY,
    Device.RESERVED_INCLUSION: ReservedTo.INCLUSION,
    Device.RESERVED_PRISON: ReservedTo.PRISON,
}
