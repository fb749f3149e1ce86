"""A new page, question or piece of news: a draft that nobody sees until it is published."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.library import actions
from perenne.domain.library.queries import Kind, Section, may_edit
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.library.open.form import OpenForm


@page(act="text.open")
def open_page(request: Visit) -> HttpResponse:
    if not may_edit(request.actor):
        raise NotFound("texts")
    today = localdate()
    form = OpenForm(request.POST or None, initial={"valid_since": today, "checked_on": today})
    if form.is_valid():
        try:
            text_id = actions.open_text(
                kind=Kind(form.cleaned_data["kind"]),
                section=Section(form.cleaned_data["section"]),
                slug=form.cleaned_data["slug"],
                said=form.said(),
                by=request.actor,
            )
        except Refused as refusal:
            form.add_error("slug" if "adresse" in str(refusal)[:40] else "body", str(refusal))
        else:
            messages.success(request, "Votre brouillon est enregistré. Publiez-le pour le montrer.")
            return redirect("library:edit", text_id)
    return render(request, "library/open/page.html", {"form": form})
