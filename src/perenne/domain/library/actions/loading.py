"""The texts shipped with the platform, put where there is none yet."""

from datetime import date

from django.db import connection, transaction

from perenne.domain.library.actions.revising import revision_of
from perenne.domain.library.models import Kind, Text
from perenne.domain.library.policy import TEXTS
from perenne.domain.library.queries.originals import Original, originals
from perenne.domain.library.states import TextState
from perenne.kit.actors import HOUSE
from perenne.kit.journal.writing import record

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('library.load'))"


@transaction.atomic
def load_originals(*, on: date) -> int:
    """How many were missing. What the coordination wrote, or took back, is left as it is."""
    TEXTS.admit("text.load", HOUSE)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)  # two machines may be brought up to date together
    known = set(Text.objects.values_list("kind", "slug"))
    missing = [it for it in originals() if (it.kind.value, it.slug) not in known]
    for original in missing:
        record("text.load", _load(original, on), by=HOUSE)
    return len(missing)


def _load(original: Original, on: date) -> Text:
    text = Text.objects.create(
        kind=original.kind,
        section=original.section,
        slug=original.slug,
        position=original.position,
        state=TextState.PUBLISHED,
        shown_number=1,
        last_number=1,
        published_on=min(on, original.said.valid_since) if original.kind is Kind.NEWS else on,
    )
    revision_of(text, original.said, is_original=True).save(force_insert=True)
    return text
