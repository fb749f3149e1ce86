"""What is new: the list, one piece, and the feed for those who follow from elsewhere."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed

from perenne.domain.library.queries import Kind, Section, latest_news, text_called
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound
from perenne.web.site.acts import acts_of
from perenne.web.site.texts import all_shown, shown, whole_address

MOST = 50


@public
def news(request: Visit) -> HttpResponse:
    context = {
        "texts": all_shown(latest_news(MOST)),
        "acts": acts_of(Section.COMMITTEE),
        "address": whole_address(request),
    }
    return render(request, "site/news/page.html", context)


@public
def news_item(request: Visit, slug: str) -> HttpResponse:
    try:
        card = text_called(Kind.NEWS, slug)
    except NotFound as nothing:
        raise Http404 from nothing
    context = {
        "text": shown(card),
        "acts": acts_of(card.section),
        "address": whole_address(request),
    }
    return render(request, "site/news/one.html", context)


@public
def feed(request: Visit) -> HttpResponse:
    """RSS 2.0, with whole addresses."""
    rss = Rss201rev2Feed(
        title=f"Actualités – {settings.COMMITTEE}",
        link=f"{settings.ADDRESS}{reverse('site:news')}",
        description="Ce qui change dans la clause sociale d’insertion, sur le territoire.",
        language="fr",
        feed_url=whole_address(request),
    )
    for text in all_shown(latest_news(MOST)):
        rss.add_item(
            title=text.title,
            link=f"{settings.ADDRESS}{text.url}",
            description=text.summary,
            pubdate=datetime.combine(text.published_on, time(), UTC),
            unique_id=f"{settings.ADDRESS}{text.url}",
        )
    return HttpResponse(rss.writeString("utf-8"), content_type=rss.content_type)
