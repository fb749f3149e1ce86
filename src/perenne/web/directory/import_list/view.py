"""Files of structures: those that were tried, and one more."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.directory.actions import SentStructures, receive_structures
from perenne.domain.directory.queries.imports import admitted, imports
from perenne.kit.files.uses import Use
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee
from perenne.web.directory.import_list.columns import FILES
from perenne.web.directory.import_list.form import ImportForm
from perenne.web.lists.answer import listed


@page(act="directory.try")
@listed(FILES)
def files(request: Visit) -> HttpResponse:
    admitted(request.act, request.actor)
    form = ImportForm(
        request.POST or None,
        request.FILES or None,
        home=current_committee().upper(),
        today=localdate(),
    )
    if form.is_valid():
        try:
            return redirect("imports:show", _received(request, form))
        except Refused as refusal:
            form.add_error("file", str(refusal))
    found = imports(seen_by=request.actor, page=request.number)
    context = {"form": form, "page": found}
    return TemplateResponse(request, "directory/import_list/page.html", context)


def _received(request: Visit, form: ImportForm) -> int:
    sent = form.cleaned_data["file"]
    # One byte more is enough to be found too heavy.
    content = sent.read(Use.STRUCTURES.bounds.file_bytes + 1)
    file = SentStructures(content, sent.name, sent.content_type or "")
    return receive_structures(file, scope=form.scope(), by=request.actor, today=localdate())
