"""Says who the people of a file are; what is said is remembered. Saying nothing reads it again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions.importing import settle_people
from perenne.domain.hours.queries.importing import people_of, recent_import
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hours.upload.people.form import PeopleForm


@page(act="import.settle")
def people(request: Visit, import_id: int) -> HttpResponse:
    card = recent_import(import_id, seen_by=request.actor)
    if not card.may_be_settled:
        return redirect("hours:upload_show", import_id)
    form = PeopleForm(
        request.POST if request.method == "POST" else None,
        people=people_of(import_id, seen_by=request.actor),
    )
    if form.is_valid():
        try:
            settle_people(
                import_id=import_id, people=form.people(), by=request.actor, today=localdate()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("hours:upload_show", import_id)
    return render(request, "hours/upload/people/page.html", {"form": form, "card": card})
