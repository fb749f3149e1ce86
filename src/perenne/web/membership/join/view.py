"""Adhesion to the committee: free, on one page, at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.membership import actions, queries
from perenne.domain.organisations.actions import ask_to_join_as_newcomer
from perenne.domain.organisations.queries import has_space
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.membership.join.form import COMPLETE, JOIN, AdhesionForm, CharterForm
from perenne.web.organisations.newcomers import open_session, sit

ASKED = "Votre demande est partie. Un administrateur de l’organisme y répondra par courriel."
WELCOME = "Bienvenue au comité ! Un courriel vous le confirme."


@page(act="membership.join", visitors=True)
def join(request: Visit) -> HttpResponse:
    if request.seat:
        return _of_an_organisation(request)
    if request.actor.person_id is not None:  # an organisation first: it is what joins
        messages.info(request, "Ouvrez d’abord l’espace de votre organisme, puis adhérez.")
        return redirect("organisations:mine")
    return _of_a_visitor(request)


def _of_a_visitor(request: Visit) -> HttpResponse:
    form = AdhesionForm(request.POST if request.method == "POST" else None)
    asked = request.POST.get("act", "")
    if asked == JOIN:
        form.only_to_join()
    if asked == COMPLETE:
        form = form.completed()
    elif form.is_valid():
        try:
            return _colleague(request, form) if asked == JOIN else _newcomer(request, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    siret = form.cleaned_data.get("siret") if form.is_bound else None
    is_here = bool(siret and has_space(siret))
    context = {"form": form, "charter": queries.charter(), "is_here": is_here}
    return render(request, "membership/join/page.html", context)


def _newcomer(request: Visit, form: AdhesionForm) -> HttpResponse:
    newcomer = form.newcomer()
    member = actions.join_as_newcomer(
        form.identity(),
        newcomer=newcomer,
        role=form.role,
        sub_kind=form.sub_kind,
        charter_version=form.cleaned_data["charter_version"],
        by=request.actor,
    )
    open_session(request, newcomer)
    sit(request, member)
    messages.success(request, WELCOME)
    return redirect("desks:today")


def _colleague(request: Visit, form: AdhesionForm) -> HttpResponse:
    """Somebody whose organisation has a space: its administrators are asked for a seat."""
    newcomer = form.newcomer()
    siret = form.cleaned_data["siret"]
    ask_to_join_as_newcomer(siret=siret, newcomer=newcomer, by=request.actor)
    open_session(request, newcomer)
    messages.success(request, ASKED)
    return redirect("organisations:mine")


def _of_an_organisation(request: Visit) -> HttpResponse:
    """One click and the charter; for who is a member, what that means and how to leave."""
    form = CharterForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            version = form.cleaned_data["charter_version"]
            actions.join_committee(charter_version=version, by=request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, WELCOME)
            return redirect("desks:today")
    membership = queries.membership_of(request.actor)
    context = {
        "form": form,
        "membership": membership,
        "charter": queries.charter(),
        "organisation": request.seat.organisation,
        "is_admin": request.seat.is_admin,
    }
    return render(request, "membership/join/member.html", context)
