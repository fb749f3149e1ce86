"""Before a bid: what the clause asks for, how to do it, whom to call."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.kit.pages import Visit, public
from perenne.rules.hirings import Bid
from perenne.web.tools.answers import link_to, read
from perenne.web.tools.simulate.facilitators import who_answers
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
            "answering": who_answers(said["commune"]),
            "link": link_to(request.path, form.said),
        }
    return render(request, "tools/simulate/page.html", context)
