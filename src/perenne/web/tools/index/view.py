"""The tools that anybody may use, without an account."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public


@public
def index(request: Visit) -> HttpResponse:
    return render(request, "tools/index/page.html")
