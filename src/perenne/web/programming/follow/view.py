"""The purchases that somebody answers for, by the day of their next step: late ones first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.deadlines import purchases_by_deadline
from perenne.domain.coverage.queries import bodies
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import NotFound
from perenne.web.lists.answer import listed
from perenne.web.programming.follow.columns import DEADLINES


@page(act="purchase.follow")
@listed(DEADLINES)
def follow(request: Visit) -> HttpResponse:
    if request.actor.role not in {Role.FACILITATOR, Role.COORDINATION}:
        raise NotFound
    is_coordination = request.actor.role is Role.COORDINATION
    body = request.GET.get("organisme", "") if is_coordination else ""
    late_only = request.GET.get("retard") == "1"
    today = localdate()
    found = purchases_by_deadline(
        seen_by=request.actor,
        on=today,
        body_id=number_in(body) if body.isdecimal() else None,
        late_only=late_only,
        page=request.number,
    )
    context = {
        "page": found,
        "today": today,
        "bodies": bodies() if is_coordination else (),
        "body": body,
        "late_only": late_only,
    }
    return TemplateResponse(request, "programming/follow/page.html", context)
