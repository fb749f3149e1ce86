"""The life of a lot that is put out to tender, and of the contract that comes of it."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class LotState(StrEnum):
    PREPARED = "prepared"
    PUBLISHED = "published"
    AWARDED = "awarded"
    UNSUCCESSFUL = "unsuccessful"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {
            LotState.PREPARED: "En préparation",
            LotState.PUBLISHED: "En consultation",
            LotState.AWARDED: "Attribué",
            LotState.UNSUCCESSFUL: "Infructueux",
            LotState.DROPPED: "Sans suite",
        }[self]


PREPARED, PUBLISHED, AWARDED, UNSUCCESSFUL, DROPPED = LotState

LOT_LIFE = Machine(
    {
        "lot.publish": Move(frozenset({PREPARED}), PUBLISHED, "Publier la consultation"),
        "lot.award": Move(frozenset({PUBLISHED}), AWARDED, "Attribuer"),
        "lot.find_unsuccessful": Move(frozenset({PUBLISHED}), UNSUCCESSFUL, "Déclarer infructueux"),
        "lot.drop": Move(
            frozenset({PREPARED, PUBLISHED, UNSUCCESSFUL}), DROPPED, "Déclarer sans suite"
        ),
        "lot.prepare_again": Move(
            frozenset({UNSUCCESSFUL, DROPPED}), PREPARED, "Préparer une nouvelle consultation"
        ),
    },
    start=PREPARED,
)


class ContractState(StrEnum):
    """Whether it is suspended on a day is no state: its suspensions say so."""

    SIGNED = "signed"
    NOTIFIED = "notified"
    ENDED = "ended"
    TERMINATED = "terminated"

    @property
    def label(self) -> str:
        return {
            ContractState.SIGNED: "Attribué, à notifier",
            ContractState.NOTIFIED: "Notifié",
            ContractState.ENDED: "Terminé",
            ContractState.TERMINATED: "Résilié",
        }[self]


SIGNED, NOTIFIED, ENDED, TERMINATED = ContractState

CONTRACT_LIFE = Machine(
    {
        "contract.notify": Move(frozenset({SIGNED}), NOTIFIED, "Notifier"),
        "contract.end": Move(frozenset({NOTIFIED}), ENDED, "Constater la fin"),
        "contract.terminate": Move(frozenset({SIGNED, NOTIFIED}), TERMINATED, "Résilier"),
    },
    start=SIGNED,
)


class ContractForm(StrEnum):
    """What its volume follows: a firm amount, orders, phases, or a framework it was called from."""

    ORDINARY = "ordinary"
    FRAMEWORK = "framework"
    PHASED = "phased"
    CALLED_FROM = "called_from"

    @property
    def label(self) -> str:
        return {
            ContractForm.ORDINARY: "Marché ordinaire",
            ContractForm.FRAMEWORK: "Accord-cadre à bons de commande",
            ContractForm.PHASED: "Marché à tranches",
            ContractForm.CALLED_FROM: "Marché subséquent",
        }[self]


class Liability(StrEnum):
    """How the members of a consortium answer to the buyer."""

    NONE = "none"
    SEVERAL = "several"
    JOINT = "joint"

    @property
    def label(self) -> str:
        return {
            Liability.NONE: "Pas de groupement",
            Liability.SEVERAL: "Groupement conjoint",
            Liability.JOINT: "Groupement solidaire",
        }[self]


class PartyRole(StrEnum):
    LEAD = "lead"
    CO_CONTRACTOR = "co_contractor"
    SUBCONTRACTOR = "subcontractor"

    @property
    def label(self) -> str:
        return {
            PartyRole.LEAD: "Titulaire ou mandataire",
            PartyRole.CO_CONTRACTOR: "Cotraitant",
            PartyRole.SUBCONTRACTOR: "Sous-traitant",
        }[self]
