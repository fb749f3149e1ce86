"""« Revue de marché »: a consultation file is sent to be read before it is published."""

from django.http import HttpResponse

from perenne.domain.enquiries.states import EnquiryKind
from perenne.kit.pages import Visit, page
from perenne.web.contact.review.form import ReviewForm
from perenne.web.contact.writing import Writing, written

WRITING = Writing(EnquiryKind.FILE_REVIEW, ReviewForm, "contact/review/page.html")


@page(act="enquiry.write", visitors=True)
def review(request: Visit) -> HttpResponse:
    return written(request, WRITING)
