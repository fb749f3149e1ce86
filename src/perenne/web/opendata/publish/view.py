"""The coordination does not wait for the night: the quarters that are due come out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from perenne.domain.assessments import actions
from perenne.domain.assessments.queries.statistics import may_publish
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.opendata.telling import period_said


@require_POST
@page(act="statistics.publish")
def publish(request: Visit) -> HttpResponse:
    """What was written before this day: no transaction of that time is still open."""
    if not may_publish(request.actor):
        raise NotFound(request.act)
    midnight = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        told = actions.publish_now(by=request.actor, now=midnight, today=localdate())
        said = ", ".join(map(period_said, told))
        messages.success(request, f"Publié : {said}.")
    except Refused as refusal:
        messages.info(request, str(refusal))
    return redirect("opendata:index")
