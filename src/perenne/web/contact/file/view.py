"""A file that came with a message, as it was received."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from perenne.domain.enquiries import actions
from perenne.kit.files.serving import serve
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="enquiry.take_file")
def file(request: Visit, enquiry_id: int, file_id: UUID) -> HttpResponseBase:
    try:
        given = actions.give_enquiry_file(enquiry_id=enquiry_id, file_id=file_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("contact:show", enquiry_id)
    return serve(given)
