"""The members of the committee, for the coordination."""

from django import forms
from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.membership import queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.design.forms import Form
from perenne.web.lists.answer import listed
from perenne.web.membership.list.columns import MEMBERS
from perenne.web.membership.sieve import KINDS, STATES, sieve_in


class SieveForm(Form):
    """What is listed."""

    nature = forms.ChoiceField(label="Nature", choices=KINDS, required=True)
    etat = forms.ChoiceField(label="Situation", choices=STATES, required=True)


@page(act="membership.list")
@listed(MEMBERS)
def members(request: Visit) -> HttpResponse:
    if request.actor.role is not Role.COORDINATION:
        raise NotFound
    sieve = sieve_in(request.GET)
    number = request.number
    asked = {"nature": sieve.kind or "", "etat": sieve.state or "tous"}
    context = {
        "page": queries.members_of(seen_by=request.actor, sieve=sieve, page=number),
        "form": SieveForm(initial=asked),
    }
    return TemplateResponse(request, "membership/list/page.html", context)
