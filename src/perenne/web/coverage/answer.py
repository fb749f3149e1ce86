"""Who answers for a place, as every page of the map shows it; and ways to go on from a name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import (
    Router,
    Routing,
    facilitator_router,
    hours_of,
    told_absence,
)
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.programming.queries import open_purchases
from perenne.domain.territories.queries import CommuneCard, Found, Gazetteer, gazetteer_at_home
from perenne.kit.refusals import NotFound
from perenne.kit.tenancy import current_committee


@dataclass(frozen=True, slots=True)
class Answer:
    commune: CommuneCard
    routing: Routing
    contact: Contact | None
    hours: str = ""

    @property
    def absence(self) -> str:
        """Who is away today, until when and who answers meanwhile; "" when nobody is."""
        return told_absence(self.routing.decision, self.routing.facilitator)

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it: figures, and a plus before them."""
        phone = self.contact.phone if self.contact else ""
        return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class Lead:
    """A link by which one goes on: a commune or an EPCI that may be meant."""

    label: str
    hint: str
    url: str


def answer_for(
    router: Router, commune: CommuneCard, segment: str = "", buyer_id: int | None = None
) -> Answer:
    routing = router.at(commune, f"L’achat est situé à {commune.name}", segment, buyer_id)
    try:
        contact = contact_at(routing.facilitator.id) if routing.facilitator else None
    except NotFound:
        contact = None
    return Answer(commune, routing, contact)


def card_of(router: Router, commune: CommuneCard) -> Answer:
    """The public card: any purchase of any buyer, with the hours that the body says."""
    answer = answer_for(router, commune)
    who = answer.routing.facilitator
    if who is None or answer.routing.is_outside:
        return answer
    return replace(answer, hours=hours_of(who.id))


def router_today(places: Gazetteer | None = None) -> Router:
    """For any purchase of any buyer, today; with the places of the département unless given."""
    known = places or gazetteer_at_home(current_committee().upper())
    return facilitator_router(on=localdate(), loads=open_purchases(), places=known)


def leads_to(found: Found, commune_url: Callable[[CommuneCard], str]) -> list[Lead]:
    """Communes go where the page says, intercommunalités to their own page."""
    return [
        *(Lead(epci.name, "Intercommunalité", epci_url(epci.code)) for epci in found.epcis),
        *commune_leads(found.communes, commune_url),
    ]


def commune_leads(
    communes: Iterable[CommuneCard], commune_url: Callable[[CommuneCard], str]
) -> list[Lead]:
    return [
        Lead(
            commune.name,
            " · ".join(filter(None, [", ".join(commune.postcodes), commune.epci_name])),
            commune_url(commune),
        )
        for commune in communes
    ]


def card_url(commune: CommuneCard) -> str:
    return reverse("coverage:card", args=[commune.insee_code])


def epci_url(code: str) -> str:
    return reverse("coverage:epci", args=[code])
