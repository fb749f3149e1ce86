"""The globalisation of hours, explained by an example that one may change."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public
from perenne.web.tools.answers import link_to
from perenne.web.tools.share.drawing import drawing_of
from perenne.web.tools.share.form import read_example
from perenne.web.tools.share.scenario import longest, scenario_of


@public
def share(request: Visit) -> HttpResponse:
    form = read_example(request.GET)
    context: dict[str, object] = {"form": form, "found": None, "longest": longest()}
    if form.is_valid():
        found = scenario_of(form.cleaned_data)
        context["found"] = found
        context["drawing"] = drawing_of(found)
        context["link"] = link_to(request.path, form.said)
    return render(request, "tools/share/page.html", context)
