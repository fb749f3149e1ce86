"""A problem is told: a page that fails, a sentence that is wrong, a barrier to somebody."""

from dataclasses import replace

from django.http import HttpResponse

from perenne.domain.enquiries.states import EnquiryKind
from perenne.kit.pages import Visit, page
from perenne.web.contact.problem.form import ProblemForm
from perenne.web.contact.writing import Writing, written

WRITING = Writing(EnquiryKind.PROBLEM, ProblemForm, "contact/problem/page.html")


@page(act="enquiry.write", visitors=True)
def problem(request: Visit) -> HttpResponse:
    """`?page=`: the address that the link of a page gives."""
    asked = request.GET.get("page", "")[:500]
    return written(request, replace(WRITING, initial={"page": asked} if asked else {}))
