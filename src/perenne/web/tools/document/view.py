"""One piece of a ready clause, as a Word file."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from perenne.kit.pages import Visit, public
from perenne.web.tools.answers import back_to
from perenne.web.tools.clause.form import ClauseForm
from perenne.web.tools.devices import device_of, pieces_of
from perenne.web.tools.papers import WORD, download, word_of


@public
def document(request: Visit, device: str, piece: str) -> HttpResponse:
    """Answers that cannot be are told on the page of the clause."""
    card = device_of(device)
    form = ClauseForm(request.GET, basis=card.basis)
    form.is_valid()
    if form.terms is None:
        return back_to(reverse("tools:clause", args=[card.slug]), request.GET)
    found = next((one for one in pieces_of(form.terms) if one.code == piece), None)
    if found is None:
        raise Http404(piece)
    return download(word_of(found, made_at=now()), WORD, f"{piece}-{card.slug}.docx")
