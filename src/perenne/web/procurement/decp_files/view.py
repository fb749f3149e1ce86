"""Files of published contracts: those that were read, and one more."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.procurement.actions.decp_receiving import SentDecp, receive_decp
from perenne.domain.procurement.queries.decp_files import decp_files
from perenne.kit.files.uses import Use
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.lists.answer import listed
from perenne.web.procurement.decp_files.columns import FILES
from perenne.web.procurement.decp_files.form import DecpForm
from perenne.web.procurement.decp_tabs import LEDE, TABS, TITLE, for_those_who_follow


@page(act="decp.receive")
@listed(FILES)
def files(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    form = DecpForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            return redirect("decp:report", _received(request, form))
        except Refused as refusal:
            form.add_error("file", str(refusal))
    found = decp_files(seen_by=request.actor, page=request.number)
    context = {"form": form, "page": found, "tabs": TABS, "title": TITLE, "lede": LEDE}
    return TemplateResponse(request, "procurement/decp_files/page.html", context)


def _received(request: Visit, form: DecpForm) -> int:
    sent = form.cleaned_data["file"]
    # One byte more is enough to be found too heavy.
    content = sent.read(Use.DECP.bounds.file_bytes + 1)
    file = SentDecp(content, sent.name, sent.content_type or "")
    return receive_decp(file, by=request.actor, today=localdate())
