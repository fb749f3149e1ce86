"""Companies, inclusion structures, prescribers: who joins, and who waits to be verified.

All invented. Their SIRETs have a right key, and begin as no establishment’s does.
"""

from dataclasses import dataclass, replace

from perenne.domain.membership.actions import join_committee
from perenne.domain.membership.queries import charter
from perenne.domain.organisations.actions import (
    Identity,
    Newcomer,
    declare_as_newcomer,
    verify_organisation,
)
from perenne.domain.organisations.states import PrescriberKind, StructureKind
from perenne.kit.actors import VISITOR, Actor, Role
from perenne.ops.demo.people import BUYERS, COORDINATION, FACILITATORS, PASSWORD, Player
from perenne.rules.needs import BuyerKind
from perenne.values import Siret


@dataclass(frozen=True, slots=True)
class Partner:
    player: Player
    role: Role
    siret: str
    sub_kind: str = ""
    is_verified: bool = True
    is_member: bool = True


COMPANY = Partner(
    Player("Karim Aubry", "entreprise@demo.example",
           "Bâtisseurs du Grand Morin (démonstration)", "77131", "01 60 00 00 21"),
    Role.COMPANY, "99910001900010",
)  # fmt: skip
STRUCTURE = Partner(
    Player("Julie Marchand", "structure@demo.example",
           "Tremplin Intérim 77 (démonstration)", "77288", "01 60 00 00 22"),
    Role.INCLUSION_STRUCTURE, "99910002700013", StructureKind.ETTI.value,
)  # fmt: skip
PRESCRIBER = Partner(
    Player("Samir Colas", "prescripteur@demo.example",
           "Mission locale des Deux Morin (démonstration)", "77131", "01 60 00 00 23"),
    Role.PRESCRIBER, "99910003500016", PrescriberKind.MISSION_LOCALE.value, is_member=False,
)  # fmt: skip
GARDENS = Partner(
    Player("Agnès Vidal", "jardins@demo.example",
           "Les Jardins du Loing (démonstration)", "77333", "01 60 00 00 24"),
    Role.INCLUSION_STRUCTURE, "99910004300010", StructureKind.ACI.value,
)  # fmt: skip
NEWCOMERS = (
    Partner(
        Player("Luc Perrin", "atelier@demo.example",
               "Atelier adapté de la Brie (démonstration)", "77379", "01 60 00 00 25"),
        Role.INCLUSION_STRUCTURE, "99910005000015", StructureKind.EA.value,
        is_verified=False, is_member=False,
    ),
    Partner(
        Player("Maud Lefort", "facilitatrice.nord@demo.example",
               "Clauses sociales Nord 77 (démonstration)", "77294", "01 60 00 00 26"),
        Role.FACILITATOR, "99910006800017", is_verified=False, is_member=False,
    ),
)  # fmt: skip
"""They wait on the desk of the coordination."""

PARTNERS = (COMPANY, STRUCTURE, PRESCRIBER, GARDENS, *NEWCOMERS)
ACCOUNTS = (
    ("Acheteuse, agglomération", BUYERS[BuyerKind.LOCAL_AUTHORITY].email),
    ("Acheteur, bailleur social", BUYERS[BuyerKind.SOCIAL_LANDLORD].email),
    *(("Facilitateur, " + player.organisation.removesuffix(" (démonstration)"), player.email)
      for player in FACILITATORS),
    ("Entreprise", COMPANY.player.email),
    ("Structure d’insertion (ETTI)", STRUCTURE.player.email),
    ("Prescripteur (mission locale)", PRESCRIBER.player.email),
    ("Coordination départementale", COORDINATION.email),
)  # fmt: skip
"""What the demo prints when it is ready."""


def partners_join(coordination: Actor) -> dict[str, Actor]:
    """Who acts for each of them, by address."""
    joined = {}
    for partner in PARTNERS:
        player = partner.player
        actor = declare_as_newcomer(
            Identity(
                name=player.organisation,
                siret=Siret.read(partner.siret),
                commune=player.commune,
                email=player.email,
                phone=player.phone,
            ),
            newcomer=Newcomer(player.email, player.full_name, PASSWORD, player.phone),
            role=partner.role,
            sub_kind=partner.sub_kind,
            by=VISITOR,
        )
        if partner.is_verified and actor.role is Role.WAITING:
            verify_organisation(organisation_id=actor.organisation_id or 0, by=coordination)
        if partner.is_member:
            join_committee(charter_version=charter().version, by=actor)
        joined[player.email] = replace(actor, role=partner.role)
    return joined
