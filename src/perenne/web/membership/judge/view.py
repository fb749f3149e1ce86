"""The coordination excludes a member, with a reason, and may lift the exclusion."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.membership import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.design.forms import Form
from perenne.web.organisations.acts import told


class ReasonForm(Form):
    """What its people will read."""

    reason = forms.CharField(
        label="Pourquoi ?",
        help_text="L’organisme lira ces mots.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    missing = {"reason": "Dites pourquoi : l’organisme lira ces mots."}


@page(act="membership.exclude")
def exclude(request: Visit, membership_id: int) -> HttpResponse:
    membership = queries.membership_card(membership_id, seen_by=request.actor, act=request.act)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.exclude_member(
                membership_id=membership_id,
                by=request.actor,
                today=localdate(),
                **form.cleaned_data,
            )
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, f"{membership.organisation} n’est plus membre.")
            return redirect("membership:list")
    return render(request, "membership/judge/page.html", {"form": form, "membership": membership})


@page(act="membership.pardon")
@require_POST
def pardon(request: Visit, membership_id: int) -> HttpResponse:
    queries.membership_card(membership_id, seen_by=request.actor, act=request.act)
    said = "L’exclusion est levée : l’organisme peut adhérer de nouveau."
    told(
        request, lambda: actions.pardon_member(membership_id=membership_id, by=request.actor), said
    )
    return redirect("membership:list")
