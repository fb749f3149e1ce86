"""A visitor or a buyer drops a file of planned purchases."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.programming import actions, queries
from perenne.domain.programming.actions.bundling import Receipt
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.actors import Role
from perenne.kit.files.uses import Use
from perenne.kit.pages import Visit, page, with_key
from perenne.kit.refusals import Refused
from perenne.rules.needs import BuyerKind
from perenne.web.programming.receive.form import ProgrammeForm

MOST_BYTES = max(use.bounds.file_bytes for use in (Use.PROGRAMME, Use.DOCUMENT))
STEPS = ("Déposer", "Vérifier", "Transmettre")


@page(act="programme.receive", visitors=True)
def receive(request: Visit) -> HttpResponse:
    if request.actor.role not in {Role.VISITOR, Role.BUYER}:
        return render(request, "programming/receive/page.html", {"form": None, "labels": STEPS})
    known = request.seat.buyer_kind if request.seat else ""
    form = ProgrammeForm(request.POST or None, request.FILES or None, buyer_kind=known)
    if form.is_valid():
        try:
            receipt = _received(request, form, known)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            if place := _place_of(receipt):
                for sentence in receipt.refused:
                    messages.error(request, sentence)
                return place
            for sentence in receipt.refused:
                form.add_error("file", sentence)
    return render(request, "programming/receive/page.html", {"form": form, "labels": STEPS})


def _place_of(receipt: Receipt) -> HttpResponse | None:
    """One table alone is shown at once; several files are shown together."""
    if receipt.bundle_id:
        return redirect("programming:bundle", receipt.bundle_id)
    return redirect("programming:show", receipt.programmes[0]) if receipt.programmes else None


def _received(request: Visit, form: ProgrammeForm, known: str) -> Receipt:
    by = with_key(request)
    return actions.receive_files(
        [
            # One byte more is enough to be found too heavy.
            SentFile(sent.read(MOST_BYTES + 1), sent.name, sent.content_type or "")
            for sent in form.cleaned_data["file"]
        ],
        buyer_kind=BuyerKind(known or form.cleaned_data["buyer_kind"]),
        by=by,
        today=localdate(),
        bundle_id=queries.bundle_to_add_to(request.GET.get("envoi", ""), by=by),
    )
