"""A visitor or a buyer drops a file of planned purchases."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.programming import actions
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page, with_key
from perenne.kit.refusals import Refused
from perenne.kit.sheets import LIMITS
from perenne.rules.needs import BuyerKind
from perenne.web.programming.receive.form import ProgrammeForm

STEPS = ("Déposer", "Vérifier", "Transmettre")


@page(act="programme.receive", visitors=True)
def receive(request: Visit) -> HttpResponse:
    if request.actor.role not in {Role.VISITOR, Role.BUYER}:
        return render(request, "programming/receive/page.html", {"form": None, "labels": STEPS})
    known = request.seat.buyer_kind if request.seat else ""
    form = ProgrammeForm(request.POST or None, request.FILES or None, buyer_kind=known)
    if form.is_valid():
        try:
            return redirect("programming:show", _received(request, form, known))
        except Refused as refusal:
            form.add_error("file", str(refusal))
    context = {"form": form, "labels": STEPS}
    return render(request, "programming/receive/page.html", context)


def _received(request: Visit, form: ProgrammeForm, known: str) -> UUID:
    sent = form.cleaned_data["file"]
    return actions.receive_programme(
        # One byte more is enough to be found too heavy.
        SentFile(sent.read(LIMITS.file_bytes + 1), sent.name, sent.content_type or ""),
        title=sent.name.rsplit(".", 1)[0],
        buyer_kind=BuyerKind(known or form.cleaned_data["buyer_kind"]),
        by=with_key(request),
        today=localdate(),
    )
