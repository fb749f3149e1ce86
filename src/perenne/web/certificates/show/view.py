"""A certificate: what it says, its paper, its check; its facilitator replaces or revokes it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import CertificateCard, certificate_card
from perenne.domain.history.queries import recent_history
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.certificates.paper import address_of, paper_of
from perenne.web.certificates.show.form import WhyForm

REPLACED = "L’attestation est remplacée : l’entreprise reçoit la nouvelle par courriel."
REVOKED = "L’attestation est révoquée : qui la vérifie le lit aussitôt."


@page(act="certificate.view")
def show(request: Visit, certificate_id: int) -> HttpResponse:
    card = certificate_card(certificate_id, seen_by=request.actor)
    context = {
        "card": card,
        "address": address_of(card),
        "recent": recent_history("certificate", certificate_id, seen_by=request.actor),
    }
    return render(request, "certificates/show/page.html", context)


@page(act="certificate.view")
def paper(request: Visit, certificate_id: int) -> HttpResponse:
    return paper_of(certificate_card(certificate_id, seen_by=request.actor))


@page(act="certificate.replace")
def replace(request: Visit, certificate_id: int) -> HttpResponse:
    return _done(request, certificate_id, actions.replace_certificate, REPLACED)


@page(act="certificate.revoke")
def revoke(request: Visit, certificate_id: int) -> HttpResponse:
    return _done(request, certificate_id, actions.revoke_certificate, REVOKED)


def _done(
    request: Visit, certificate_id: int, act: Callable[..., int | None], told: str
) -> HttpResponse:
    card = certificate_card(certificate_id, seen_by=request.actor, act=request.act)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = act(
                certificate_id=certificate_id, by=request.actor, on=localdate(),
                **form.cleaned_data,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, told)
            return redirect("certificates:show", made or certificate_id)
    return _asked(request, card, form)


def _asked(request: Visit, card: CertificateCard, form: WhyForm) -> HttpResponse:
    replaces = request.act == "certificate.replace"
    context: dict[str, Any] = {"card": card, "form": form, "replaces": replaces}
    return render(request, "certificates/show/close.html", context)
