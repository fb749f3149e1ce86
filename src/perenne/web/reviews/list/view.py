"""Meetings to come, those held, and their decisions that wait."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.compliance.queries import View, followed, reviews_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.reviews.following import FOLLOWERS, commitment_in, may_lead
from perenne.web.reviews.list.columns import REVIEWS


@page(act="review.view")
@listed(REVIEWS)
def reviews(request: Visit) -> HttpResponse:
    if request.actor.role not in FOLLOWERS:
        raise NotFound(request.actor.role)
    view = _view(request)
    commitment_id = commitment_in(request)
    one = followed(commitment_id, seen_by=request.actor)
    context = {
        "page": reviews_of(
            seen_by=request.actor, on=localdate(), view=view, commitment_id=commitment_id,
            page=request.number,
        ),
        "view": view,
        "tabs": _tabs(view, commitment_id),
        "followed": one,
        "object": one.object if one else "",
        "leads": may_lead(request.actor),
    }  # fmt: skip
    return TemplateResponse(request, "reviews/list/page.html", context)


def _view(request: HttpRequest) -> View:
    try:
        return View(request.GET.get("vue", View.COMING))
    except ValueError:
        return View.COMING


def _tabs(view: View, commitment_id: int | None) -> tuple[MenuItem, ...]:
    here = reverse("reviews:list")
    kept = {"engagement": commitment_id} if commitment_id else {}
    return tuple(
        MenuItem(one.label, f"{here}?{urlencode({'vue': one.value, **kept})}", current=one is view)
        for one in View
    )
