"""Each pair of devices: allowed, to be watched or forbidden, and why.

Sources: the articles of each device; L2113-14 for reservations together. A pair is read in either
order. The criterion alone stands here too, since it is the one device that engages to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules import texts
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table
from perenne.rules.legal_bases.devices import Device
from perenne.rules.legal_bases.reservations import ReservedTo


class Outcome(StrEnum):
    ALLOWED = "allowed"
    WATCHED = "watched"
    FORBIDDEN = "forbidden"

    @property
    def label(self) -> str:
        return OUTCOME_LABELS[self]


OUTCOME_LABELS = {
    Outcome.ALLOWED: "Permis",
    Outcome.WATCHED: "Permis, à surveiller",
    Outcome.FORBIDDEN: "Interdit",
}


@dataclass(frozen=True, slots=True)
class Pairing:
    """`under`: the reservation on whose day and regime an allowed pair depends."""

    code: str
    label: str
    devices: frozenset[Device]
    outcome: Outcome
    reason: str
    source: Source
    confidence: Confidence
    under: ReservedTo | None = None


def _pair(
    devices: tuple[Device, ...],
    outcome: Outcome,
    reason: str,
    source: Source,
    confidence: Confidence = Confidence.LIKELY,
    under: ReservedTo | None = None,
) -> Pairing:
    return Pairing(
        "+".join(devices),
        " et ".join(device.label for device in devices),
        frozenset(devices),
        outcome,
        typeset(reason),
        source,
        confidence,
        under,
    )


_RARE = (
    "Rare : les salariés de la structure sont déjà en insertion ; n'ajoutez une condition que "
    "pour un résultat de plus (sorties, formation) et dites comment le suivre."
)
_AMONG_RESERVED = "Le critère départage les seules structures auxquelles le contrat est réservé."
_PRISON_APART = (
    "Une réservation pénitentiaire ne s'ouvre pas aux autres structures (article L2113-14) : "
    "choisissez, ou répartissez par lots."
)
_TWO_REGIMES = (
    "La réservation à l'économie sociale et solidaire est un autre régime : un lot n'en suit "
    "qu'un ; répartissez par lots."
)
_D = Device

COMBINATIONS = Table(
    "combinations",
    "Dispositifs qui se combinent ou s’excluent",
    (
        _pair(
            (_D.CONDITION, _D.CRITERION),
            Outcome.ALLOWED,
            "La condition fixe le minimum, le critère note ce qui est offert au-delà : le volume "
            "offert devient contractuel.",
            texts.CRITERION,
            Confidence.SURE,
        ),
        _pair(
            (_D.CRITERION,),
            Outcome.WATCHED,
            "Légal, mais un critère sans condition d'exécution ni pénalité n'oblige pas à suivre "
            "ce qui est offert : ajoutez la condition.",
            texts.CRITERION,
        ),
        _pair(
            (_D.CONDITION, _D.SUBJECT_MATTER),
            Outcome.WATCHED,
            "L'insertion est déjà l'objet du marché : suivez les parcours et les sorties plutôt "
            "qu'un volume d'heures ajouté.",
            texts.SOCIAL_SERVICES,
        ),
        _pair((_D.CONDITION, _D.RESERVED_DISABILITY), Outcome.WATCHED, _RARE, texts.CONDITION),
        _pair((_D.CONDITION, _D.RESERVED_INCLUSION), Outcome.WATCHED, _RARE, texts.CONDITION),
        _pair((_D.CONDITION, _D.RESERVED_PRISON), Outcome.WATCHED, _RARE, texts.CONDITION),
        _pair(
            (_D.CONDITION, _D.RESERVED_SOCIAL_ECONOMY),
            Outcome.ALLOWED,
            "La réservation ne dit rien de l'insertion : la condition la fixe.",
            texts.CONDITION,
        ),
        _pair(
            (_D.CRITERION, _D.SUBJECT_MATTER),
            Outcome.ALLOWED,
            "Le critère note les parcours d'insertion proposés.",
            texts.CRITERION,
        ),
        _pair(
            (_D.CRITERION, _D.RESERVED_DISABILITY),
            Outcome.ALLOWED,
            _AMONG_RESERVED,
            texts.CRITERION,
        ),
        _pair(
            (_D.CRITERION, _D.RESERVED_INCLUSION),
            Outcome.ALLOWED,
            _AMONG_RESERVED,
            texts.CRITERION,
        ),
        _pair(
            (_D.CRITERION, _D.RESERVED_PRISON), Outcome.ALLOWED, _AMONG_RESERVED, texts.CRITERION
        ),
        _pair(
            (_D.CRITERION, _D.RESERVED_SOCIAL_ECONOMY),
            Outcome.ALLOWED,
            _AMONG_RESERVED,
            texts.CRITERION,
        ),
        _pair(
            (_D.SUBJECT_MATTER, _D.RESERVED_DISABILITY),
            Outcome.ALLOWED,
            "Un marché de services d'insertion peut être réservé aux structures du handicap.",
            texts.RESERVED_DISABLED,
        ),
        _pair(
            (_D.SUBJECT_MATTER, _D.RESERVED_INCLUSION),
            Outcome.ALLOWED,
            "Un marché de services d'insertion peut être réservé aux structures d'insertion.",
            texts.RESERVED_INCLUSION,
        ),
        _pair(
            (_D.SUBJECT_MATTER, _D.RESERVED_PRISON),
            Outcome.WATCHED,
            "La réservation pénitentiaire vise une production de biens ou de services : vérifiez "
            "que l'insertion en est bien l'objet.",
            texts.RESERVED_PRISON,
        ),
        _pair(
            (_D.SUBJECT_MATTER, _D.RESERVED_SOCIAL_ECONOMY),
            Outcome.ALLOWED,
            "Permis si les services d'insertion figurent dans la liste annexée au code.",
            texts.RESERVED_ESS,
        ),
        _pair(
            (_D.RESERVED_DISABILITY, _D.RESERVED_INCLUSION),
            Outcome.ALLOWED,
            "Un même marché ou lot peut être réservé aux deux à la fois.",
            texts.RESERVED_BOTH,
            Confidence.SURE,
            ReservedTo.DISABILITY_AND_INCLUSION,
        ),
        _pair(
            (_D.RESERVED_DISABILITY, _D.RESERVED_PRISON),
            Outcome.FORBIDDEN,
            _PRISON_APART,
            texts.RESERVED_BOTH,
            Confidence.SURE,
        ),
        _pair(
            (_D.RESERVED_INCLUSION, _D.RESERVED_PRISON),
            Outcome.FORBIDDEN,
            _PRISON_APART,
            texts.RESERVED_BOTH,
            Confidence.SURE,
        ),
        _pair(
            (_D.RESERVED_DISABILITY, _D.RESERVED_SOCIAL_ECONOMY),
            Outcome.FORBIDDEN,
            _TWO_REGIMES,
            texts.RESERVED_ESS,
        ),
        _pair(
            (_D.RESERVED_INCLUSION, _D.RESERVED_SOCIAL_ECONOMY),
            Outcome.FORBIDDEN,
            _TWO_REGIMES,
            texts.RESERVED_ESS,
        ),
        _pair(
            (_D.RESERVED_PRISON, _D.RESERVED_SOCIAL_ECONOMY),
            Outcome.FORBIDDEN,
            _TWO_REGIMES,
            texts.RESERVED_ESS,
        ),
    ),
)
