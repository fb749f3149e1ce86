"""The company presents its observations, with its papers; it may add to them until the decision."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.compliance.actions import SentFile, answer_shortfall
from perenne.domain.compliance.queries import shortfall_card
from perenne.kit.files.uses import Use
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.compliance.answer.form import AnswerForm

SENT = "Vos observations sont transmises à l’acheteur et au facilitateur."


@page(act="shortfall.answer")
def answer(request: Visit, shortfall_id: int) -> HttpResponse:
    card = shortfall_card(shortfall_id, seen_by=request.actor, on=localdate(), act=request.act)
    form = AnswerForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            answer_shortfall(
                shortfall_id=shortfall_id, text=form.cleaned_data["text"], by=request.actor,
                files=_files(form),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error("files" if form.cleaned_data["files"] else "text", str(refusal))
        else:
            messages.success(request, SENT)
            return redirect("compliance:show", shortfall_id)
    return render(request, "compliance/answer/page.html", {"card": card, "form": form})


def _files(form: AnswerForm) -> list[SentFile]:
    """One byte more than is accepted is read, and no more."""
    most = Use.DOCUMENT.bounds.file_bytes + 1
    return [
        SentFile(one.read(most), one.name or "fichier", one.content_type or "")
        for one in form.cleaned_data["files"]
    ]
