"""Gives the access file: to whoever signed in, or to whoever was granted it by mail."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.rights import actions, queries
from perenne.kit.pages import Visit, page
from perenne.web.rights.export.archive import archive_of


@page(act="data.export")
@require_POST
def export(request: Visit) -> HttpResponse:
    actions.note_export(by=request.actor)
    return _download(queries.access_file(seen_by=request.actor))


@page(act="request.confirm", visitors=True)
@require_POST
def export_followed(request: Visit, key: str) -> HttpResponse:
    card = queries.request_followed(key)
    return _download(queries.access_file_of_request(card))


def _download(file: queries.AccessFile) -> HttpResponse:
    content = archive_of(file, committee=settings.COMMITTEE, today=localdate())
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="mes-donnees.zip"'
    return answer
