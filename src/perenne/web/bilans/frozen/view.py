"""A bilan as it was signed, what changed since, and a place for others to sign."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.assessments.actions import sign_bilan
from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.frozen import (
    FrozenCard,
    changes_between,
    frozen_card,
    hidden_frozen,
)
from perenne.domain.assessments.queries.handing import Hidden
from perenne.kit.markdown import html_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.board import board_of
from perenne.web.bilans.freeze.form import SignForm
from perenne.web.bilans.reading import Asked
from perenne.web.bilans.telling import written

UNDER = 3
"""The level of the heading above a text."""


@page(act="bilan.view")
def frozen(request: Visit, bilan_id: int) -> HttpResponse:
    card = frozen_card(bilan_id, seen_by=request.actor)
    return _shown(request, card, SignForm())


@require_POST
@page(act="bilan.sign")
def sign(request: Visit, bilan_id: int) -> HttpResponse:
    card = frozen_card(bilan_id, seen_by=request.actor)
    form = SignForm(request.POST)
    if not form.is_valid():
        return _shown(request, card, form)
    try:
        sign_bilan(bilan_id=bilan_id, quality=form.cleaned_data["quality"], by=request.actor)
    except Refused as refusal:
        form.add_error("quality", str(refusal))
        return _shown(request, card, form)
    messages.success(request, "Votre signature est enregistrée.")
    return redirect("bilans:frozen", bilan_id)


def _shown(request: Visit, card: FrozenCard, form: SignForm) -> HttpResponse:
    bilan = card.kept.bilan
    hidden = hidden_frozen(bilan, request.actor)
    context = {
        "card": card,
        "bilan": bilan,
        "months": said_of_months(bilan.months),
        "slugs": Asked(bilan.scope, bilan.months).slugs,
        "board": board_of(bilan, hidden),
        "texts": [(text, html_of(text.text, under=UNDER)) for text in card.kept.texts],
        "changes": _changes(request, card, hidden),
        "form": form,
        "may_sign": form.is_bound
        or (card.is_last and not card.is_signed_for(request.actor.organisation_id)),
        "kinds": ("pdf", "xlsx", "ods", "csv"),
    }
    return render(request, "bilans/frozen/page.html", context)


def _changes(request: Visit, card: FrozenCard, hidden: Hidden) -> list[tuple[str, str, str]]:
    """The figures that this reader sees on both sides: a difference tells of persons too."""
    before = card.kept.bilan
    now = bilan_of(before.scope, before.months, seen_by=request.actor, on=localdate())
    gone = hidden | hidden_frozen(now, request.actor)
    return [
        (one.label, written(one.before, one.unit), written(one.now, one.unit))
        for one in changes_between(before, now)
        if (one.code,) not in gone
    ]
