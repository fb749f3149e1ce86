"""Writing to the facilitator who answers for a commune, absences and backups respected."""

from django.http import HttpResponse
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import facilitator_router
from perenne.domain.enquiries.states import EnquiryKind
from perenne.domain.programming.queries import open_purchases
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.contact.coordination.form import CoordinationForm
from perenne.web.contact.writing import Writing, written


@page(act="enquiry.write", visitors=True)
def facilitator(request: Visit, commune_code: str) -> HttpResponse:
    router = facilitator_router(on=localdate(), loads=open_purchases())
    commune = router.places.by_insee.get(commune_code)
    if commune is None:
        raise NotFound(commune_code)
    routing = router.at(commune, f"Le message concerne {commune.name}")
    writing = Writing(
        EnquiryKind.FACILITATOR,
        CoordinationForm,
        "contact/facilitator/page.html",
        place=commune_code,
        context={"commune": commune, "routing": routing},
    )
    return written(request, writing)
