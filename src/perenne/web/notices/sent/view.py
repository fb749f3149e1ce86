"""The mails that left: one’s own, or all of them for the coordination."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.notices import queries
from perenne.kit.pages import Visit, page
from perenne.kit.paging import words_in
from perenne.web.lists.answer import listed
from perenne.web.notices.sent.columns import SENT


@page(act="notice.sent")
@listed(SENT)
def sent(request: Visit) -> HttpResponse:
    sought = words_in(request.GET.get("q", ""))
    context = {
        "page": queries.sent(seen_by=request.actor, page=request.number, sought=sought),
        "sought": sought,
    }
    return TemplateResponse(request, "notices/sent/page.html", context)
