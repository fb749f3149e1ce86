"""What a page, a file or a feed is about, as its address says; both choices may be left out."""

from urllib.parse import urlencode

from django.http import QueryDict

from perenne.domain.assessments.queries import Edition


def only_asked(edition: Edition, query: QueryDict) -> Edition:
    """What is not understood does not filter."""
    segment, epci = query.get("segment", ""), query.get("epci", "")
    return edition.only(
        [segment] if segment in {row.code for row in edition.segments} else [],
        [epci] if epci in {row.code for row in edition.epcis} else [],
    )


def said_in(query: QueryDict) -> str:
    """The same choice, for the addresses of the files."""
    kept = {name: query[name] for name in ("segment", "epci") if query.get(name)}
    return f"?{urlencode(kept)}" if kept else ""
