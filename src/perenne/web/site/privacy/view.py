"""What becomes of what people send, and their rights."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.programming.actions.forgetting import DAYS_KEPT
from perenne.kit.pages import Visit, public


@public
def privacy(request: Visit) -> HttpResponse:
    return render(request, "site/privacy/page.html", {"days_kept": DAYS_KEPT})
