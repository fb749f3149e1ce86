"""The register of processing, read from the code itself."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.rights.queries import register
from perenne.kit.pages import Visit, public


@public
def processing_register(request: Visit) -> HttpResponse:
    return render(request, "site/register/page.html", {"register": register()})
