"""The link of her own page: handed over, mailed, taken back. Its token is never kept.

A mailed token is made when the mail leaves, so that no job holds it either.
"""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.models import Participant, PersonalLink
from perenne.domain.participants.policy import ANSWERING, PARTICIPANTS
from perenne.domain.participants.queries.persons import records_of
from perenne.kit.actors import Actor
from perenne.kit.french.dates import written
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, drop, send
from perenne.kit.refusals import Refused

PAGE = declare("participants.page", "Lien de la page d’une personne")
REPLACED = "remplacé par un lien plus récent"
LIFETIME = timedelta(days=180)
NO_ADDRESS = (
    "Aucune adresse électronique n’est connue pour cette personne : imprimez la feuille, et "
    "remettez-la-lui."
)
NO_LINK = "Aucun lien n’est en cours pour cette personne : il n’y a rien à reprendre."


@transaction.atomic
def hand_link(*, participant_id: int, by: Actor, now: datetime) -> str:
    """The token, shown once, for a sheet that is handed over. It opens the whole file when the
    facilitator hands it: who accompanies her reads no proof by this way."""
    person = PARTICIPANTS.take("participant.give_link", by, participant_id)
    token = _made(person, now, opens_file=by.role in ANSWERING)
    record("participant.give_link", person, by=by)
    return token


@transaction.atomic
def mail_link(*, participant_id: int, by: Actor) -> None:
    """The link before opens nothing any more once the mail has left."""
    person = PARTICIPANTS.take("participant.give_link", by, participant_id)
    if not person.email:
        raise Refused(NO_ADDRESS)
    record("participant.give_link", person, by=by)
    enqueue("participants.mail_link", participant_id=person.pk)


def send_link(*, participant_id: int, now: datetime) -> int:
    """The mail of the link; how many left: none to somebody merged or erased meanwhile."""
    person, token = _with_a_link(participant_id, now)
    if person is None:
        return 0
    thing = f"participant/{person.pk}/"
    drop(Q(kind=PAGE.code, about__startswith=thing), reason=REPLACED)
    until = written(localtime(now + LIFETIME))
    address = settings.ADDRESS + reverse("person:own", args=[token])
    body = (
        f"Bonjour,\n\nVoici le lien de votre page :\n\n{address}\n\nVous y voyez vos heures de "
        "travail et vos contrats. Vous pouvez dire si une erreur est faite.\n\nCe lien est à "
        f"vous. Ne le donnez à personne. Il marche jusqu’au {until}.\n\nVous n’attendiez pas ce "
        f"courriel ? Effacez-le.\n\nPérenne, la plateforme du {settings.COMMITTEE}"
    )
    about, subject = f"{thing}{print_of(token)[:8]}", "Votre page : vos heures et vos contrats"
    return send(Message(PAGE, about, person.email, subject, body), now=now)


@transaction.atomic
def _with_a_link(participant_id: int, now: datetime) -> tuple[Participant | None, str]:
    """Made when the mail leaves; a mail that is tried again carries another one."""
    rows = Participant.objects.select_for_update(of=("self",), no_key=True)
    person = rows.filter(pk=participant_id, merged_into=None, erased_on=None).first()
    if person is None or not person.email:
        return None, ""
    return person, _made(person, now, opens_file=False)


@transaction.atomic
def revoke_link(*, participant_id: int, by: Actor, now: datetime) -> None:
    """At once: whoever holds it is told that it opens nothing."""
    person = PARTICIPANTS.take("participant.revoke_link", by, participant_id)
    if not _revoke(person, now):
        raise Refused(NO_LINK)
    record("participant.revoke_link", person, by=by)


def _made(person: Participant, now: datetime, *, opens_file: bool) -> str:
    _revoke(person, now)
    token = token_urlsafe(32)
    PersonalLink.objects.create(
        participant=person,
        token_print=print_of(token),
        expires_at=now + LIFETIME,
        opens_file=opens_file,
    )
    return token


def _revoke(person: Participant, now: datetime) -> int:
    """Those of every record of theirs; how many were live."""
    live = PersonalLink.objects.filter(participant__in=records_of(person.pk), revoked_at=None)
    return live.update(revoked_at=now)
