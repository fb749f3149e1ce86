"""What the calculator found, as an accessible PDF to join to a file."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now

from perenne.kit.pages import Visit, public
from perenne.kit.pdf import compile_pdf
from perenne.web.tools.answers import back_to, link_to, read
from perenne.web.tools.calibrate.form import CalibrationForm
from perenne.web.tools.calibrate.view import reckoned
from perenne.web.tools.note.facts import note_facts
from perenne.web.tools.papers import download


@public
def note(request: Visit) -> HttpResponse:
    """Answers that cannot be are told on the page of the calculator."""
    form = read(CalibrationForm, request.GET)
    if not form.is_valid():
        return back_to(reverse("tools:calibrate"), request.GET)
    made_at, found = now(), reckoned(form)
    link = link_to(reverse("tools:calibrate"), form.said)
    facts = note_facts(found, link=link, today=localdate(made_at))
    content = compile_pdf("web/tools/note/note.typ", facts, made_at=made_at)
    return download(content, "application/pdf", f"calibrage-{found.due.whole}-heures.pdf")
