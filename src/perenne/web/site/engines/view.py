"""For machines that read the site: what they may read, and the list of what there is."""

from xml.etree import ElementTree as Xml

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from perenne.domain.library.queries import published
from perenne.kit.pages import Visit, public
from perenne.web.site.addresses import address_of
from perenne.web.site.plan.view import open_addresses

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED = ("/bureau/", "/clauses/", "/contenus/", "/programmation/", "/composants/",
          "/mon-parcours/", "/eligibilite/")  # fmt: skip
"""Spaces of people: they are closed anyway, and robots are spared the way."""


@public
def robots(request: Visit) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        f"Allow: {reverse('programming:receive')}",
        f"Sitemap: {settings.ADDRESS}{reverse('site:sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public
def sitemap(request: Visit) -> HttpResponse:
    """Every public address; those of texts with the day they were checked."""
    days = {address_of(card): card.said.checked_on.isoformat() for card in published()}
    others = {url: "" for _, url in open_addresses() if url not in days}
    root = Xml.Element("urlset", xmlns=SPACE)
    for path, day in (others | days).items():
        entry = Xml.SubElement(root, "url")
        Xml.SubElement(entry, "loc").text = f"{settings.ADDRESS}{path}"
        if day:
            Xml.SubElement(entry, "lastmod").text = day
    content = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(content, content_type="application/xml; charset=utf-8")
