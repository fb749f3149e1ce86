"""Opens the space of an organisation, or asks for a seat in the one that is there already."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.organisations import actions
from perenne.domain.organisations.queries import has_space
from perenne.kit.actors import Actor
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.organisations.declare.form import (
    COMPLETE,
    JOIN,
    DeclareAsNewcomerForm,
    DeclareForm,
)
from perenne.web.organisations.kinds import BY_SLUG, Way
from perenne.web.organisations.newcomers import open_session, sit

OPENED = "Votre espace est ouvert."
TO_VERIFY = "Votre espace est ouvert. La coordination le vérifie : vous recevrez un courriel."
ASKED = "Votre demande est partie. Un administrateur de l’organisme y répondra par courriel."


@page(act="organisation.declare", visitors=True)
def declare(request: Visit, slug: str) -> HttpResponse:
    way = BY_SLUG.get(slug)
    if way is None:
        raise NotFound(slug)
    kind = DeclareForm if request.actor.person_id else DeclareAsNewcomerForm
    form = kind(request.POST if request.method == "POST" else None, way=way)
    asked = request.POST.get("act", "")
    if asked == JOIN:
        form.only_to_join()
    if asked == COMPLETE:
        form = form.completed()
    elif form.is_valid():
        try:
            return _joined(request, form) if asked == JOIN else _opened(request, form, way)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _shown(request, form, way)


def _shown(request: Visit, form: DeclareForm, way: Way) -> HttpResponse:
    siret = form.cleaned_data.get("siret") if form.is_bound else None
    context = {
        "form": form,
        "way": way,
        "is_here": bool(siret and has_space(siret)),
        "is_newcomer": isinstance(form, DeclareAsNewcomerForm),
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return render(request, "organisations/declare/page.html", context)


def _opened(request: Visit, form: DeclareForm, way: Way) -> HttpResponse:
    sub_kind = form.cleaned_data.get("sub_kind", "")
    said = {"role": way.role, "sub_kind": sub_kind, "by": request.actor}
    actor: Actor
    if isinstance(form, DeclareAsNewcomerForm):
        newcomer = form.newcomer()
        actor = actions.declare_as_newcomer(form.identity(), newcomer=newcomer, **said)
        open_session(request, newcomer)
    else:
        actor = actions.declare_organisation(form.identity(), **said)
    sit(request, actor)
    messages.success(request, TO_VERIFY if way.is_checked else OPENED)
    return redirect("desks:today")


def _joined(request: Visit, form: DeclareForm) -> HttpResponse:
    siret = form.cleaned_data["siret"]
    if isinstance(form, DeclareAsNewcomerForm):
        newcomer = form.newcomer()
        actions.ask_to_join_as_newcomer(siret=siret, newcomer=newcomer, by=request.actor)
        open_session(request, newcomer)
    else:
        actions.ask_to_join(siret=siret, by=request.actor)
    messages.success(request, ASKED)
    return redirect("organisations:mine")
