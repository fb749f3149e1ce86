"""What every page may print: the committee, the visitor, the menu."""

from django.conf import settings
from django.http import HttpRequest

from perenne.kit.pages import actor_at


def surroundings(request: HttpRequest) -> dict[str, object]:
    return {
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "actor": actor_at(request),
    }
