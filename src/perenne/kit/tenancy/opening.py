"""The committees that the environment names exist; the owner opens them."""

from django.conf import settings

from perenne.kit.tenancy.current import within
from perenne.kit.tenancy.models import Committee


def open_committees() -> None:
    for code in settings.COMMITTEES:
        with within(code):
            Committee.objects.get_or_create(
                code=code, defaults={"name": settings.COMMITTEE, "carrier": settings.CARRIER}
            )
