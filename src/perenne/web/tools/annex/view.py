"""The annex to join to a bid, as a Word file or as a PDF."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now

from perenne.kit.pages import Visit, public
from perenne.web.tools.annex.document import annex_of
from perenne.web.tools.annex.facilitators import facilitator_for
from perenne.web.tools.answers import back_to, read
from perenne.web.tools.papers import WORD, download, pdf_of, word_of
from perenne.web.tools.simulate.form import SimulationForm


@public
def annex(request: Visit, kind: str) -> HttpResponse:
    """Answers that cannot be are told on the page of the simulator."""
    form = read(SimulationForm, request.GET)
    if not form.is_valid():
        return back_to(reverse("tools:simulate"), request.GET)
    place = form.cleaned_data["commune"]
    piece = annex_of(form, facilitator_for(place, form.finding, on=localdate()))
    if kind == "docx":
        return download(word_of(piece, made_at=now()), WORD, "annexe-insertion.docx")
    return download(pdf_of(piece, made_at=now()), "application/pdf", "annexe-insertion.pdf")
