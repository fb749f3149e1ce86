"""The front door of the site."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public
from perenne.web.programming.receive.form import ProgrammeForm


@public
def home(request: Visit) -> HttpResponse:
    return render(request, "site/home/page.html", {"form": ProgrammeForm()})
