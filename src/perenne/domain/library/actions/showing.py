"""What visitors read is changed here, and nowhere else."""

from datetime import date

from django.db import transaction

from perenne.domain.library.models import Text
from perenne.domain.library.policy import TEXTS
from perenne.domain.library.states import TEXT_LIFE, TextState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

SHOWN = ["state", "shown_number", "published_on"]


@transaction.atomic
def publish_text(*, text_id: int, number: int, by: Actor, on: date) -> None:
    """The revision that was read is shown; Refused when another was written since."""
    text = TEXTS.take("text.publish", by, text_id)
    if text.last_number != number:
        raise Refused(
            "Ce texte a changé depuis que la page est ouverte : rechargez-la et relisez-le avant "
            "de le publier."
        )
    show(text, on=on)
    record("text.publish", text, by=by, number=text.shown_number)


@transaction.atomic
def withdraw_text(*, text_id: int, by: Actor) -> None:
    """Its address answers no more; every revision stays."""
    text = TEXTS.take("text.withdraw", by, text_id)
    text.state = TEXT_LIFE.after("text.withdraw", TextState(text.state))
    text.shown_number = 0
    text.save(update_fields=SHOWN)
    record("text.withdraw", text, by=by)


def show(text: Text, *, on: date) -> None:
    """The last revision, from that day on; a text published again keeps its first day."""
    text.state = TEXT_LIFE.after("text.publish", TextState(text.state))
    text.shown_number = text.last_number
    text.published_on = text.published_on or on
    text.save(update_fields=SHOWN)
