"""The statistics for machines: the figures, what each field means, the editions as they come."""

import json
from datetime import UTC, datetime, time

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed

from perenne.domain.assessments.queries.statistics import StatisticsCard, statistics_editions
from perenne.kit.pages import Visit, public
from perenne.kit.sheets.writing import Table, write_csv
from perenne.web.opendata.telling import (
    FIELDS,
    LICENCE,
    LICENCE_URL,
    NOTE,
    hours_said,
    period_said,
    persons_said,
    records,
)

TITLE = "Heures d’insertion et personnes"
HEADINGS = tuple(name for name, _ in FIELDS)


@public
def figures_csv(request: Visit) -> HttpResponse:
    table = Table("Chiffres", HEADINGS, tuple(records(statistics_editions())))
    return _file(write_csv(table), "text/csv; charset=utf-8", "chiffres-insertion.csv")


@public
def dictionary(request: Visit) -> HttpResponse:
    table = Table("Dictionnaire", ("champ", "sens"), FIELDS)
    return _file(write_csv(table), "text/csv; charset=utf-8", "dictionnaire.csv")


@public
def figures_json(request: Visit) -> HttpResponse:
    """Hidden figures are null."""
    editions = statistics_editions()
    content = {
        "titre": f"{TITLE} – {settings.COMMITTEE}",
        "producteur": settings.COMMITTEE,
        "adresse": f"{settings.ADDRESS}{reverse('opendata:index')}",
        "licence": {"nom": LICENCE, "adresse": LICENCE_URL},
        "derniere_edition": f"{editions[0].made_on:%Y-%m-%d}" if editions else None,
        "secret": NOTE,
        "champs": dict(FIELDS),
        "chiffres": [
            {
                name: None if value == "" and name in {"minutes", "personnes"} else value
                for name, value in zip(HEADINGS, record, strict=True)
            }
            for record in records(editions)
        ],
    }
    said = json.dumps(content, ensure_ascii=False, indent=1).encode()
    return _file(said, "application/json; charset=utf-8", "chiffres-insertion.json")


@public
def feed(request: Visit) -> HttpResponse:
    """One item an edition, with whole addresses."""
    page = f"{settings.ADDRESS}{reverse('opendata:index')}"
    rss = Rss201rev2Feed(
        title=f"{TITLE} – {settings.COMMITTEE}",
        link=page,
        description="Les chiffres publics du comité, une édition par trimestre.",
        language="fr",
        feed_url=f"{settings.ADDRESS}{request.path}",
    )
    for edition in statistics_editions():
        rss.add_item(
            title=f"{TITLE}, {period_said(edition.quarter)}",
            link=f"{settings.ADDRESS}{reverse('opendata:show', args=[edition.quarter])}",
            description=_said(edition),
            pubdate=datetime.combine(edition.made_on, time(), UTC),
            unique_id=f"{page}#{edition.quarter}",
            unique_id_is_permalink=False,
        )
    return HttpResponse(rss.writeString("utf-8"), content_type=rss.content_type)


def _said(edition: StatisticsCard) -> str:
    total = edition.total(edition.quarter)
    if total.is_hidden:
        return "Le total du trimestre est couvert par le secret statistique."
    return f"{hours_said(total.minutes)} h, {persons_said(total.persons)} personnes."


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    """Anybody may take it from another site: it is public."""
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
