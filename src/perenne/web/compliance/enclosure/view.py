"""A file that came with the observations of a company, as it was received."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from perenne.domain.compliance.actions import give_file
from perenne.kit.files.serving import serve
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="shortfall.view")
def enclosure(request: Visit, shortfall_id: int, file_id: UUID) -> HttpResponseBase:
    try:
        given = give_file(shortfall_id=shortfall_id, file_id=file_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("compliance:show", shortfall_id)
    return serve(given)
