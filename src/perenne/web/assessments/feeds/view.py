"""The forecast for machines: a feed of its editions, a calendar of the consultations expected."""

from datetime import UTC, datetime, time
from itertools import zip_longest

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from icalendar import Calendar, Event

from perenne.domain.assessments.queries import Consultation, Edition, editions, last_edition
from perenne.kit.pages import Visit, public
from perenne.rules.french import in_full
from perenne.web.assessments.forecast.drawing import hours_said
from perenne.web.assessments.sieve import only_asked

MOST = 24
TITLE = "Heures d’insertion à venir"


@public
def feed(request: Visit) -> HttpResponse:
    """One item an edition, with whole addresses; an edition that says nothing new is left out."""
    page = f"{settings.ADDRESS}{reverse('assessments:forecast')}"
    rss = Rss201rev2Feed(
        title=f"{TITLE} – {settings.COMMITTEE}",
        link=page,
        description="Les heures prévues par segment et intercommunalité, une édition par mois.",
        language="fr",
        feed_url=f"{settings.ADDRESS}{request.path}",
    )
    found = editions(MOST)
    for edition, before in zip_longest(found, found[1:]):
        if not edition.tells_as(before):
            rss.add_item(
                title=f"{TITLE}, au {in_full(edition.made_on)}",
                link=page,
                description=_told(edition),
                pubdate=datetime.combine(edition.made_on, time(), UTC),
                unique_id=f"{page}#{edition.made_on.isoformat()}",
                unique_id_is_permalink=False,
            )
    return HttpResponse(rss.writeString("utf-8"), content_type=rss.content_type)


@public
def calendar(request: Visit) -> HttpResponse:
    """All-day events, the first of the month: no day, no buyer and no object is told."""
    book = Calendar()
    book.add("prodid", f"-//Pérenne//{settings.COMMITTEE}//FR")
    book.add("version", "2.0")
    book.add("x-wr-calname", "Consultations attendues avec clause d’insertion")
    whole = last_edition()
    if whole is not None:
        for one in only_asked(whole, request.GET).expected:
            book.add_component(_event(one, whole))
    return HttpResponse(
        book.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="consultations.ics"'},
    )


def _event(one: Consultation, edition: Edition) -> Event:
    event = Event()
    number = f"{one.number} consultations" if one.number > 1 else "Une consultation"
    event.add("uid", f"{one.month:%Y-%m}-{one.segment_code}-{one.epci_code or 'x'}@perenne")
    event.add("dtstamp", datetime.combine(edition.made_on, time(), UTC))
    event.add("dtstart", one.month)
    event.add("summary", f"{number} : {one.segment}, {one.epci}")
    event.add(
        "description",
        f"Attendue dans le mois, d’après les programmations au {in_full(edition.made_on)}.",
    )
    event.add("url", f"{settings.ADDRESS}{reverse('assessments:forecast')}")
    event.add("transp", "TRANSPARENT")
    return event


def _told(edition: Edition) -> str:
    rows = [f"{row.label} : {hours_said(row.total)} h" for row in edition.segments if row.total]
    return " ; ".join(rows) or "Les totaux sont couverts par le secret statistique."
