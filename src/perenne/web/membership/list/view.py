"""The members of the committee, for the coordination."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.membership import queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import NotFound
from perenne.web.design.forms import Form
from perenne.web.membership.sieve import KINDS, STATES, sieve_in


class SieveForm(Form):
    """What is listed."""

    nature = forms.ChoiceField(label="Nature", choices=KINDS, required=True)
    etat = forms.ChoiceField(label="Situation", choices=STATES, required=True)


@page(act="membership.list")
def members(request: Visit) -> HttpResponse:
    if request.actor.role is not Role.COORDINATION:
        raise NotFound
    sieve = sieve_in(request.GET)
    number = number_in(request.GET.get("page", ""))
    asked = {"nature": sieve.kind or "", "etat": sieve.state or "tous"}
    context = {
        "page": queries.members_of(seen_by=request.actor, sieve=sieve, page=number),
        "form": SieveForm(initial=asked),
        "query": f"nature={asked['nature']}&etat={asked['etat']}",
    }
    return render(request, "membership/list/page.html", context)
