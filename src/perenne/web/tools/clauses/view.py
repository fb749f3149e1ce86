"""The clausier: ready clauses by device, by segment, by words."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public
from perenne.web.tools.clauses.form import SearchForm
from perenne.web.tools.clauses.shelf import found_on_shelf, segment_in


@public
def clauses(request: Visit) -> HttpResponse:
    form = SearchForm(request.GET)
    context: dict[str, object] = {"form": form, "found": (), "named": None, "segment": ""}
    if form.is_valid():
        said = form.cleaned_data
        named = segment_in(said["words"])
        context |= {
            "found": found_on_shelf(device=said["device"], words=said["words"]),
            "named": named,
            "segment": said["segment"] or (named[0] if named else ""),
        }
    return render(request, "tools/clauses/page.html", context)
