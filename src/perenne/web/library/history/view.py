"""What a text said before: every version, by whom and when."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.library.queries import revisions_of, text_to_edit
from perenne.kit.pages import Visit, page


@page(act="text.edit")
def history(request: Visit, text_id: int) -> HttpResponse:
    context = {
        "text": text_to_edit(text_id, seen_by=request.actor),
        "revisions": revisions_of(text_id, seen_by=request.actor),
    }
    return render(request, "library/history/page.html", context)
