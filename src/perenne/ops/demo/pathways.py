"""What comes after the hours: a person who holds her page and contests a month, one who left."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from django.urls import reverse

from perenne.domain.hours.actions.speaking import agree, contest
from perenne.domain.hours.queries.own_page import own_page
from perenne.domain.hours.queries.persons import pathway_of
from perenne.domain.participants.actions import Situation, hand_link, note_exit
from perenne.domain.participants.queries import answers_of
from perenne.kit.actors import VISITOR, Actor
from perenne.ops.demo.partners import COMPANY

HOLDER, LEAVER = "Fatou Sarr", "Driss Kaddour"
MISSING = "Il manque le samedi matin : quatre heures. Mon chef le sait."


def pathways_go_on(
    partners: Mapping[str, Actor],
    facilitators: list[Actor],
    *,
    today: date,
    say: Callable[[str], None],
) -> None:
    """By those whom the demo company hired; the address of the personal page is said."""
    known = {
        one.name: one for one in answers_of(seen_by=partners[COMPANY.player.email], page=1).items
    }
    by = {one.organisation_id: one for one in facilitators}
    holder, leaver = known[HOLDER], known[LEAVER]
    moment = datetime.combine(today, time(9), UTC)
    token = hand_link(
        participant_id=holder.participant_id, by=by[holder.facilitator_id], now=moment
    )
    say(f"Page personnelle de {HOLDER} : {reverse('person:own', args=[token])}")
    her = replace(VISITOR, visitor_key=token)
    last, before, *_ = own_page(seen_by=her, now=moment).months
    contest(sheet_id=last.lines[0].sheet_id, message=MISSING, by=her, now=moment)
    agree(sheet_id=before.lines[0].sheet_id, by=her, now=moment)
    facilitator = by[leaver.facilitator_id]
    jobs = pathway_of(leaver.participant_id, seen_by=facilitator, on=today).jobs
    note_exit(
        participant_id=leaver.participant_id, left_on=jobs[-1].ends_on or today,
        situation=Situation.LONG_FIXED_TERM, by=facilitator, today=today,
    )  # fmt: skip
