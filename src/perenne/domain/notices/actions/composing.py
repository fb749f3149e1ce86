"""The words of a digest: short, one link for each thing, no name of anybody, no threat."""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.hours.actions import link_to_declare
from perenne.domain.notices.queries.due import Digest, Told
from perenne.domain.notices.queries.things import Thing
from perenne.domain.notices.queries.warnings import warnings_for
from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.kit.actors import Actor
from perenne.kit.french.dates import written
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message
from perenne.rules.french import in_full, typeset

DIGEST = declare("notices.digest", "Rappels du jour")
HELLO = "Bonjour,\n\nVoici ce qui vous attend sur Pérenne."
BY_LINK = (
    "Sans compte, ces liens suffisent. Ils sont pour vous seul : ne les transférez pas, qui les "
    "ouvre déclare à votre place. Un lien trop ancien vous en propose un nouveau."
)
OTHERS = "Et {number} sur votre page : {desk}"
ANSWERED = "Une question ? Répondez à ce message : une personne le lira."


def composed(digest: Digest, *, by: Actor, now: datetime) -> Message:
    """Links of months are made now, for this address."""
    said = [HELLO]
    for one in digest.told:
        said.append(f"{_line(one.thing)}\n{_address(one.thing, digest, by, now)}")
    said += warnings_for((one.thing for one in digest.told), on=localdate(now))
    said += [*_closing(digest), f"Pérenne, la plateforme du {settings.COMMITTEE}"]
    return Message(
        DIGEST,
        "digest",
        digest.recipient.address,
        _subject(digest.told, localdate(now)),
        "\n\n".join(typeset(one) for one in said) + "\n",
        reply_to=_answering(digest),
    )


def _line(thing: Thing) -> str:
    parts = [f"{thing.kind.verb} : {thing.said}" if thing.said else thing.kind.verb]
    if thing.who and not thing.kind.is_private:
        parts.append(f", {thing.who}")
    if thing.due_on:
        parts.append(f" ({_lower(thing.kind.when) or 'avant'} le {in_full(thing.due_on)})")
    return "".join(parts)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _address(thing: Thing, digest: Digest, by: Actor, now: datetime) -> str:
    """Of a month, the link that its address opens without an account, where it may."""
    if thing.statement_id and (thing.place is None or thing.place.by_link):
        token = link_to_declare(
            statement_id=thing.statement_id,
            email=digest.recipient.address,
            by=by,
            today=localdate(now),
            now=now,
        )
        if token:
            return f"{settings.ADDRESS}{reverse('hours:by_link', args=[token])}"
    return f"{settings.ADDRESS}{thing.path}"


def _closing(digest: Digest) -> list[str]:
    """A desk is named to who has one."""
    said = []
    if digest.others and digest.recipient.places:
        number = f"{digest.others} autre{'s' if digest.others > 1 else ''}"
        desk = f"{settings.ADDRESS}{reverse('desks:today')}"
        said.append(OTHERS.format(number=number, desk=desk))
    if any(one.thing.statement_id for one in digest.told):
        said.append(BY_LINK)
    return [*said, ANSWERED]


def _subject(told: tuple[Told, ...], on: date) -> str:
    """What is the most pressing, by its object and its day, and how much more there is."""
    first, more = told[0].thing, len(told) - 1
    said = f"{first.kind.verb} : {first.said}"
    if first.due_on:
        when = "depuis" if first.due_on < on else "avant"
        said += f", {when} le {written(first.due_on, 'j F')}"
    return f"{said} (et {more} de plus)" if more else said


def _answering(digest: Digest) -> str:
    """The facilitator of what is told, else the coordination: never the reader."""
    own = {place.organisation_id for place in digest.recipient.places}
    bodies = [one.thing.facilitator_id for one in digest.told]
    other = next((body for body in bodies if body and body not in own), None)
    if other is None:
        rows = Organisation.objects.filter(kind=Kind.COORDINATION).exclude(pk__in=own)
        other = rows.order_by("pk").values_list("pk", flat=True).first()
    return mailbox_of(other) if other else ""
