"""Says what each column of a file of hours is; what is said is remembered."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions.importing import match_columns
from perenne.domain.hours.queries.importing import columns_of, recent_import
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hours.upload.columns.form import ColumnsForm


@page(act="import.match")
def columns(request: Visit, import_id: int) -> HttpResponse:
    card = recent_import(import_id, seen_by=request.actor)
    if not card.may_be_matched:
        return redirect("hours:upload_show", import_id)
    form = ColumnsForm(
        request.POST if request.method == "POST" else None,
        asked=columns_of(import_id, seen_by=request.actor),
    )
    if form.is_valid():
        try:
            match_columns(
                import_id=import_id, said=form.said(), by=request.actor, today=localdate()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("hours:upload_show", import_id)
    return render(request, "hours/upload/columns/page.html", {"form": form, "card": card})
