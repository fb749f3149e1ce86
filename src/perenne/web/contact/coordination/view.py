"""Writing to the coordination of the committee."""

from django.http import HttpResponse

from perenne.domain.enquiries.states import EnquiryKind
from perenne.kit.pages import Visit, page
from perenne.web.contact.coordination.form import CoordinationForm
from perenne.web.contact.writing import Writing, written

WRITING = Writing(EnquiryKind.COORDINATION, CoordinationForm, "contact/coordination/page.html")


@page(act="enquiry.write", visitors=True)
def coordination(request: Visit) -> HttpResponse:
    return written(request, WRITING)
