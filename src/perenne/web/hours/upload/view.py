"""A company, or a facilitator for it, drops a file of hours; or takes the template."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions.importing import receive_import
from perenne.domain.hours.queries.importing import companies_to_import_for, imports_of, may_import
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.files.uses import Use
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.hours.upload.form import TemplateForm, UploadForm

STEPS = ("Envoyer", "Vérifier", "Enregistrer")


@page(act="import.receive")
def upload(request: Visit) -> HttpResponse:
    if not may_import(request.actor):
        raise NotFound
    today, companies = localdate(), companies_to_import_for(seen_by=request.actor)
    form = UploadForm(request.POST or None, request.FILES or None, companies=companies)
    if form.is_valid():
        try:
            return redirect("hours:upload_show", _received(request, form))
        except Refused as refusal:
            form.add_error("file", str(refusal))
    context = {
        "form": form,
        "template_form": TemplateForm(companies=companies, today=today),
        "companies": companies,
        "imports": imports_of(seen_by=request.actor),
        "labels": STEPS,
    }
    return render(request, "hours/upload/page.html", context)


def _received(request: Visit, form: UploadForm) -> int:
    sent = form.cleaned_data["file"]
    most = Use.TIMESHEET.bounds.file_bytes + 1  # one byte more is enough to be found too heavy
    return receive_import(
        SentFile(sent.read(most), sent.name, sent.content_type or ""),
        siret=form.cleaned_data["siret"],
        by=request.actor,
        today=localdate(),
    )
