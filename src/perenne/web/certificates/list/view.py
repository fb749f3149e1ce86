"""The certificates that one may see, the latest first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.compliance.queries import certificates_of, followed
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.certificates.list.columns import CERTIFICATES
from perenne.web.lists.answer import listed
from perenne.web.reviews.following import FOLLOWERS, commitment_in, may_lead


@page(act="certificate.view")
@listed(CERTIFICATES)
def certificates(request: Visit) -> HttpResponse:
    if request.actor.role not in FOLLOWERS:
        raise NotFound(request.actor.role)
    commitment_id = commitment_in(request)
    one = followed(commitment_id, seen_by=request.actor)
    found = certificates_of(
        seen_by=request.actor, commitment_id=commitment_id,
        page=request.number,
    )  # fmt: skip
    context = {
        "page": found,
        "followed": one,
        "object": one.object if one else "",
        "leads": may_lead(request.actor),
    }
    return TemplateResponse(request, "certificates/list/page.html", context)
