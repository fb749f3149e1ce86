"""What stands at the top of a desk: figures that matter to this role, and who is waited for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from perenne.domain.assessments.queries.boards import Tally
from perenne.kit.actors import Role


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: object
    unit: str
    hint: str
    url: str


@dataclass(frozen=True, slots=True)
class Awaited:
    """« 3 clauses soumises à l’acheteur », and where they are read."""

    said: str
    who: str
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """`counts` says « 12 », with its hours as a hint; otherwise the hours, with their number."""

    label: str
    address: str
    counts: bool = False
    tail: str = ""
    unit_of: str = ""


COMMITMENTS = Shown("engagements en cours", "clauses:commitments", counts=True)
COUNTED = Shown("comptées sur ces engagements", "clauses:commitments")
TO_VALIDATE = Shown("à valider", "hours:sheets", unit_of="relevé")
TO_VERIFY = Shown("personnes à vérifier", "participants:list", counts=True, tail="?vue=a-verifier")
SHARES = Shown("d’insertion à faire", "clauses:commitments", unit_of="engagement")
WORKED = Shown("d’insertion validées", "hours:statements", unit_of="relevé")
HIRED = Shown("personnes en contrat", "hirings:list", counts=True, tail="?vue=en-cours")
ELIGIBLE = Shown("personnes éligibles", "participants:list", counts=True)
OF_A_PARTY = {"shares": SHARES, "worked": WORKED, "hired": HIRED, "eligible": ELIGIBLE}
FIGURES: Mapping[Role, Mapping[str, Shown]] = {
    Role.BUYER: {
        "commitments": Shown("engagements en cours", "boards:contracts", counts=True),
        "counted": Shown("comptées sur ces engagements", "boards:contracts"),
    },
    Role.FACILITATOR: {
        "commitments": COMMITMENTS,
        "counted": COUNTED,
        "to_validate": TO_VALIDATE,
        "to_verify": TO_VERIFY,
    },
    Role.COORDINATION: {
        "commitments": COMMITMENTS,
        "to_validate": TO_VALIDATE,
        "to_verify": Shown("personnes à vérifier", "boards:waiting", counts=True),
        "silent": Shown("relevés en retard", "boards:late", counts=True),
    },
    Role.COMPANY: OF_A_PARTY,
    Role.INCLUSION_STRUCTURE: OF_A_PARTY,
    Role.PRESCRIBER: {"eligible": ELIGIBLE},
}
AWAITED = {
    "studied": ("achat", "à l’étude", "chez le facilitateur", "programming:list", ""),
    "submitted": ("clause", "à valider", "chez l’acheteur", "clauses:list", ""),
    "silent": ("relevé", "en retard", "chez les entreprises", "boards:late", ""),
    "lacking": ("personne", "à compléter", "pièces demandées", "participants:list",
                "?vue=pieces-demandees"),
    "declared": ("relevé", "à valider", "chez le facilitateur", "hours:statements", ""),
    "asked": ("personne", "à vérifier", "chez le facilitateur", "participants:list", ""),
}  # fmt: skip
"""What, in which state, at whose, where."""


def figures_of(role: Role, tallies: Mapping[str, Tally]) -> list[Figure]:
    """Those of this role that are not nothing."""
    shown = FIGURES.get(role, {})
    return [_figure(one, tallies[what]) for what, one in shown.items() if what in tallies]


def awaited_from(tallies: Mapping[str, Tally]) -> list[Awaited]:
    found = []
    for what, (thing, state, who, address, tail) in AWAITED.items():
        if what in tallies:
            number = tallies[what].number
            said = f"{number} {thing}{'s' if number > 1 else ''} {state}"
            found.append(Awaited(said, who, reverse(address) + tail))
    return found


def _figure(shown: Shown, tally: Tally) -> Figure:
    url = reverse(shown.address) + shown.tail
    if shown.counts:
        hint = f"{tally.hours.rounded} h dues" if tally.hours else ""
        return Figure(shown.label, tally.number, "", hint, url)
    hint = f"{tally.number} {shown.unit_of}{'s' if tally.number > 1 else ''}"
    return Figure(shown.label, tally.hours.rounded, "h", hint if shown.unit_of else "", url)
