"""What reading the journal leaves in it, and what leaves the house every night."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from perenne.domain.history.policy import JOURNAL
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.kit.journal import reading
from perenne.kit.journal.chain import heads
from perenne.kit.journal.models import Entry
from perenne.kit.journal.writing import record
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send_each
from perenne.kit.tenancy import current_committee
from perenne.kit.tenancy.models import Committee

HEADS = declare("history.heads", "Fin de la chaîne du journal")


@transaction.atomic
def note_journal_reading(*, by: Actor, today: date) -> None:
    """Once a day for each reader: who looked at everything is known too."""
    JOURNAL.admit("journal.read", by)
    read = Entry.objects.filter(act="journal.read", person_id=by.person_id, at__gte=midnight(today))
    if not read.exists():
        record("journal.read", _committee(), by=by)


@transaction.atomic
def note_journal_export(*, lines: int, by: Actor) -> None:
    JOURNAL.admit("journal.export", by)
    record("journal.export", _committee(), by=by, lines=lines)


@transaction.atomic
def note_list_taken(*, title: str, form: str, lines: int, by: Actor) -> None:
    """A list that names people left as a file: which, how long; not what was sought in it."""
    JOURNAL.admit("list.take_away", by)
    record("list.take_away", _committee(), by=by, title=title, form=form, lines=lines)


def forget_readings(*, now: datetime) -> int:
    """Those that are older than twelve months; how many there were."""
    return reading.forget_readings(now=now)


def send_heads(*, to: Sequence[str], now: datetime) -> int:
    """The end of the chain leaves for addresses outside: whoever owns the server cannot rewrite
    what a stranger holds. How many mails were sent."""
    ends = heads()
    if not ends:
        return 0
    body = "\n".join(
        [
            "Fin de la chaîne du journal du comité. Conservez ce message : il permet de",
            "vérifier que rien n’a été récrit (./run manage journal check --head …).",
            "",
            *(f"{head}  {head.at:%Y-%m-%d %H:%M:%S} UTC" for head in ends),
        ]
    )
    today = localdate(now)
    subject = f"Journal de Pérenne, comité {current_committee()}, {today:%d/%m/%Y}"
    mails = (Message(HEADS, f"heads/{today}", address, subject, body) for address in to)
    return send_each(mails, now=now)


def _committee() -> Committee:
    return Committee(code=current_committee())
