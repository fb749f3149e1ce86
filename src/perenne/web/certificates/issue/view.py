"""The facilitator issues a certificate; what is not settled yet is told, with what to do."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import certifiable
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.certificates.issue.form import IssueForm

ISSUED = "L’attestation est délivrée : l’entreprise la reçoit par courriel."


@page(act="certificate.issue")
def issue(request: Visit, commitment_id: int) -> HttpResponse:
    today = localdate()
    card = certifiable(commitment_id, seen_by=request.actor, on=today)
    form = IssueForm(request.POST if request.method == "POST" else None, of=card)
    if form.is_valid():
        try:
            certificate_id = actions.issue_certificate(
                commitment_id=commitment_id, wanted=form.wanted(), by=request.actor, on=today
            )
        except Refused as refusal:
            form.add_error("what", str(refusal))
        else:
            messages.success(request, ISSUED)
            return redirect("certificates:show", certificate_id)
    return render(request, "certificates/issue/page.html", {"card": card, "form": form})
