"""A programme, line by line: the verdict on each purchase, and what was set aside."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from perenne.domain.history.queries import recent_history
from perenne.domain.programming import queries
from perenne.domain.programming.queries import ProgrammeCard, PurchaseCard
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.web.programming.receive.view import STEPS
from perenne.web.programming.show.tabs import sieve_in, tabs_of

LOST = (
    "L’antivirus a reconnu une menace dans ce fichier : il a été supprimé avant d’être lu en "
    "entier. Faites vérifier le poste qui l’a préparé, puis déposez une copie saine."
)


@page(act="programme.view", visitors=True)
def show(request: Visit, programme_id: UUID) -> HttpResponse:
    programme = queries.programme_card(programme_id, seen_by=request.actor)
    if programme.is_lost:
        return render(request, "programming/lost.html", {"programme": programme, "why": LOST})
    if programme.state is ProgrammeState.ASKING:
        return redirect("programming:match_headings", programme_id)
    if programme.state is ProgrammeState.READING:
        return _progress(request, programme)
    if request.htmx:  # the progress of a reading that has just ended
        return HttpResponse(headers={"HX-Refresh": "true"})
    sieve = sieve_in(request.GET.get("vue", ""))
    number = number_in(request.GET.get("page", ""))
    found = queries.purchases_in(programme_id, seen_by=request.actor, sieve=sieve, page=number)
    context = {
        "programme": programme,
        "tabs": tabs_of(programme, sieve, request.actor),
        "sieve": sieve,
        "page": found,
        "purchases": [_told(purchase, request.actor) for purchase in found.items],
        "aside": queries.lines_set_aside(programme_id, seen_by=request.actor),
        **_possible(programme, request.actor),
        "labels": STEPS,
        "recent": recent_history("programme", programme_id, seen_by=request.actor),
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return render(request, "programming/show/page.html", context)


def _possible(programme: ProgrammeCard, actor: Actor) -> dict[str, bool]:
    """Once it is sent, its buyer and its facilitators put what is kept out to tender."""
    is_sent = programme.state is ProgrammeState.SENT
    return {
        "is_owner": actor.role in {Role.BUYER, Role.VISITOR},
        "may_put_out": is_sent and actor.role in {Role.BUYER, Role.FACILITATOR},
    }


@page(act="purchase.view", visitors=True)
def purchase_row(request: Visit, purchase_id: int) -> HttpResponse:
    """One purchase of the list: what replaces its form once it is corrected."""
    purchase = queries.purchase_card(purchase_id, seen_by=request.actor)
    if not request.htmx:
        programme = reverse("programming:show", args=[purchase.programme_id])
        number = queries.page_with(purchase, seen_by=request.actor)
        return redirect(f"{programme}?page={number}#achat-{purchase_id}")
    told = _told(purchase, request.actor)
    return render(request, "programming/show/row.html", {**told, "arrived": True})


def _progress(request: Visit, programme: ProgrammeCard) -> HttpResponse:
    """Polled while the job reads; the whole page comes when it is done."""
    template = "progress" if request.htmx else "reading"
    return render(request, f"programming/show/{template}.html", {"programme": programme})


def _told(purchase: PurchaseCard, actor: Actor) -> dict[str, object]:
    """A purchase with the buttons that its viewer has."""
    mine = actor.organisation_id == purchase.facilitator_id and actor.role is not Role.BUYER
    draft = purchase.state is PurchaseState.SCREENED
    return {
        "purchase": purchase,
        "may_correct": draft or (mine and purchase.state is PurchaseState.RECEIVED),
        "may_study": not draft,
        "may_justify": (mine or actor.role is Role.BUYER) and purchase.may_be_justified,
        "may_hide": actor.role is Role.BUYER and not draft,
        "study_label": "Étudier" if mine else "Voir l’avis",
        "arrived": False,
    }
