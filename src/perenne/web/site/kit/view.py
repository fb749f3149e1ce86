"""The kit of this buyer: the form, what it says at a glance, the files. Nothing is kept."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now

from perenne.domain.coverage.queries import facilitator_router
from perenne.domain.library.queries import Section
from perenne.domain.organisations.queries import organisation_card
from perenne.domain.programming.queries import open_purchases
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, public
from perenne.kit.pdf import compile_pdf
from perenne.web.site.acts import acts_of
from perenne.web.site.kit.facts import kit_facts
from perenne.web.site.kit.folder import PDF, folder_of
from perenne.web.site.kit.form import KitForm
from perenne.web.site.kit.reckoning import kit_of
from perenne.web.site.texts import whole_address
from perenne.web.tools.answers import back_to, link_to
from perenne.web.tools.papers import download

TEMPLATE = "web/site/kit/kit.typ"


@public
def kit(request: Visit) -> HttpResponse:
    form = _read(request) if request.GET else KitForm(initial=_known(request))
    context: dict[str, Any] = {
        "form": form,
        "kit": None,
        "said": "",
        "section": Section.BUYERS,
        "acts": acts_of(Section.BUYERS),
        "address": whole_address(request),
    }
    if request.GET and form.is_valid():
        context |= {"kit": kit_of(form, buyer_id=_buyer_id(request)), "said": form.said}
    return render(request, "site/kit/page.html", context)


@public
def kit_file(request: Visit, kind: str) -> HttpResponse:
    """Answers that cannot be are told on the page of the form."""
    form = _read(request)
    if not form.is_valid():
        return back_to(reverse("site:kit"), request.GET)
    found, made_at = kit_of(form, buyer_id=_buyer_id(request)), now()
    facts = kit_facts(found, link=link_to(reverse("site:kit"), form.said), today=localdate(made_at))
    content = compile_pdf(TEMPLATE, facts, made_at=made_at)
    if kind == "pdf":
        return download(content, "application/pdf", PDF)
    whole = folder_of(found, content, made_at=made_at)
    return download(whole, "application/zip", "kit-de-l-acheteur.zip")


def _read(request: Visit) -> KitForm:
    return KitForm(request.GET, router=facilitator_router(on=localdate(), loads=open_purchases()))


def _buyer_id(request: Visit) -> int | None:
    return request.actor.organisation_id if request.actor.role is Role.BUYER else None


def _known(request: Visit) -> dict[str, str]:
    """What a connected buyer has not to type again."""
    buyer_id = _buyer_id(request)
    if buyer_id is None:
        return {}
    card = organisation_card(buyer_id)
    return {"buyer": card.name, "kind": card.buyer_kind, "commune": card.commune_name}
