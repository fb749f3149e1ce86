"""A document that came beside the programmes of a sending, as it was received."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from perenne.domain.programming import actions
from perenne.kit.files.serving import serve
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="bundle.view", visitors=True)
def enclosure(request: Visit, bundle_id: UUID, file_id: UUID) -> HttpResponseBase:
    try:
        given = actions.give_enclosure(bundle_id=bundle_id, file_id=file_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("programming:bundle", bundle_id)
    return serve(given)
