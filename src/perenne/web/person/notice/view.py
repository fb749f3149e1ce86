"""The information on her data, in plain French, with its version: for the screen and for paper."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.participants.queries import notice_in_use
from perenne.kit.pages import Visit, public


@public
def notice(request: Visit) -> HttpResponse:
    context = {"notice": notice_in_use(), "dpo": settings.DPO}
    return render(request, "person/notice/page.html", context)
