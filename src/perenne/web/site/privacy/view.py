"""What becomes of what people send, and their rights."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.rights.queries import register
from perenne.domain.rights.states import RequestKind
from perenne.kit.pages import Visit, public
from perenne.web.site.privacy.versions import VERSIONS


@public
def privacy(request: Visit) -> HttpResponse:
    context = {
        "register": register(),
        "rights": list(RequestKind),
        "version": VERSIONS[-1],
        "earlier": VERSIONS[:-1],
        "dpo": settings.DPO,
    }
    return render(request, "site/privacy/page.html", context)
