"""Before a bid: what the clause asks for, how to do it, whom to call."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.kit.pages import Visit, public
from perenne.rules.hirings import Bid
from perenne.rules.segments import SegmentFinding
from perenne.web.tools.answers import link_to, read
from perenne.web.tools.simulate.form import SimulationForm
from perenne.web.tools.simulate.simulation import simulate as simulated


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
            "link": link_to(request.path, form.said),
        }
    return render(request, "tools/simulate/page.html", context)


def page_of_facilitator(place: str, finding: SegmentFinding) -> str:
    """The page that says who answers there: its answer is shown here too, by htmx."""
    said = {"lieu": place} | ({"segment": finding.segment.value} if finding.segment else {})
    return f"{reverse('coverage:find')}?{urlencode(said)}"
