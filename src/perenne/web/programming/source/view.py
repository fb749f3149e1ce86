"""The file that a programme came from, as it was received."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from perenne.domain.programming import actions
from perenne.kit.files.serving import serve
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="programme.take_source", visitors=True)
def source(request: Visit, programme_id: UUID) -> HttpResponseBase:
    try:
        return serve(actions.give_source(programme_id=programme_id, by=request.actor))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("programming:show", programme_id)
