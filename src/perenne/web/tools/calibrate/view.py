"""The public calculator: how many hours a contract may ask for, on which hypotheses."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public
from perenne.web.tools.answers import link_to, read
from perenne.web.tools.calibrate.form import CalibrationForm
from perenne.web.tools.calibrate.reckoning import Reckoning, reckon


@public
def calibrate(request: Visit) -> HttpResponse:
    form = read(CalibrationForm, request.GET)
    context: dict[str, object] = {"form": form, "found": None}
    if form.is_valid():
        context["found"] = reckoned(form)
        context["link"] = link_to(request.path, form.said)
    return render(request, "tools/calibrate/page.html", context)


def reckoned(form: CalibrationForm) -> Reckoning:
    said = form.cleaned_data
    return reckon(form.hypotheses(), form.finding, months=said["months"], step=said["step"])
