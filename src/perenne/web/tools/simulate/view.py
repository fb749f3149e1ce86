"""Before a bid: what the clause asks for, how to do it, whom to call."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.promises.queries import Asked, LocalCard, local_card
from perenne.domain.territories.queries import gazetteer
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.rules.hirings import Bid
from perenne.rules.segments import SegmentFinding
from perenne.values import Euros
from perenne.web.tools.answers import link_to, read
from perenne.web.tools.simulate.form import SimulationForm
from perenne.web.tools.simulate.simulation import simulate as simulated

A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Around:
    """What the territory offers, and the page of the directory that names everybody."""

    card: LocalCard
    directory: str


@public
def simulate(request: Visit) -> HttpResponse:
    form = read(SimulationForm, request.GET)
    context: dict[str, object] = {"form": form, "found": None}
    if form.is_valid():
        said = form.cleaned_data
        start = said["start"]
        bid = Bid(said["hours"], form.finding, start or localdate(), said["months"])
        context |= {
            "found": simulated(bid, start=start),
            "place": said["commune"],
            "facilitator": page_of_facilitator(said["commune"], form.finding),
            "local": around(said["commune"], bid, form.finding),
            "link": link_to(request.path, form.said),
        }
    return render(request, "tools/simulate/page.html", context)


def around(place: str, bid: Bid, finding: SegmentFinding) -> Around | None:
    """The structures that do the trade there; None where either is not known. Of communes that
    share a postcode the first: they are neighbours."""
    if not place or finding.trade is None:
        return None
    commune = next(iter(gazetteer(current_committee().upper()).candidates(place)), None)
    if commune is None:
        return None
    asked = Asked(
        finding.trade, commune.insee_code, bid.hours, bid.months or A_YEAR, Euros(0), bid.on
    )
    card = local_card(asked, on=localdate())
    said = {"metier": finding.trade.code, "ou": place, "nature": "insertion"}
    return Around(card, f"{reverse('directory:find')}?{urlencode(said)}") if card else None


def page_of_facilitator(place: str, finding: SegmentFinding) -> str:
    """The page that says who answers there: its answer is shown here too, by htmx."""
    said = {"lieu": place} | ({"segment": finding.segment.value} if finding.segment else {})
    return f"{reverse('coverage:find')}?{urlencode(said)}"
