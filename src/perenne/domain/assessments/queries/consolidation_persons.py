"""Facts of persons for the FSE+, under their code: no name, no health, no origin, no housing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Min, Sum
from django.db.models.functions import Coalesce

from perenne.domain.hours.models import Allocation
from perenne.domain.participants.models import Exit, Participant, Situation, Verdict
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Actor
from perenne.rules.consolidation.accounting import Facts
from perenne.values import Hours, Period, add_months, months_between

SEXES = {"woman": "Femme", "man": "Homme"}
AGES = ((18, "Moins de 18 ans"), (30, "18-29 ans"), (55, "30-54 ans"))
OLDEST = "55 ans et plus"
EDUCATION = ((2, "CITE 0-2"), (4, "CITE 3-4"), (8, "CITE 5-8"))
"""The French levels of diploma: 3 is a CAP, 4 the baccalauréat, 5 and above higher studies."""
LONG, LONG_WHEN_YOUNG, YOUNG = 12, 6, 25
AT_WORK = {
    Situation.PERMANENT, Situation.LONG_FIXED_TERM, Situation.SHORT_FIXED_TERM,
    Situation.SUBSIDISED, Situation.WORK_STUDY, Situation.OWN_BUSINESS,
}  # fmt: skip
SAID = {
    Situation.TRAINING: "En formation",
    Situation.JOB_SEEKING: "En recherche d’emploi",
    Situation.UNKNOWN: "Inconnue",
}
SIX_MONTHS = 6


def person_facts(period: Period, seen_by: Actor, on: date) -> list[Facts]:
    """Those whose hours count on the contracts that this facilitator follows. Five queries."""
    followed = Contract.objects.filter(facilitator=seen_by.organisation_id)
    worked = (
        Allocation.objects.filter(
            commitment__contract__in=followed,
            work__month__gte=period.start,
            work__month__lt=period.end,
        )
        .values(person=Coalesce("work__participant__merged_into", "work__participant"))
        .annotate(minutes=Sum("minutes"), entered_on=Min("work__hiring__starts_on"))
        .filter(minutes__gt=0)
        .order_by("person")
    )
    by_person = {row["person"]: row for row in worked}
    people = Participant.objects.in_bulk(by_person)
    said, left = _situations(by_person), _exits(by_person, on)
    return [
        {
            **_who(people[pk], row["entered_on"], said.get(pk, {})),
            **left.get(pk, {"left_on": "", "exit": "", "after_six_months": ""}),
            "hours_done": Hours(row["minutes"]),
        }
        for pk, row in by_person.items()
    ]


def _who(row: Participant, entered_on: date, said: Mapping[str, Any]) -> dict[str, str]:
    age = None if row.born_on is None else months_between(row.born_on, entered_on) // 12
    level = said.get("diploma_level")
    return {
        "code": row.code,
        "entered_on": f"{entered_on:%Y-%m-%d}",
        "sex": SEXES.get(row.sex, ""),
        "age": "" if age is None else next((it for top, it in AGES if age < top), OLDEST),
        "status": _status(age, entered_on, said),
        "education": "" if level is None else next(it for top, it in EDUCATION if level <= top),
        "place": "Quartier prioritaire" if said.get("in_qpv") else "",
    }


def _status(age: int | None, entered_on: date, said: Mapping[str, Any]) -> str:
    """As the regulation parts them; nothing when nobody said whether work was sought."""
    if said.get("seeking") is None:
        return ""
    if not said["seeking"]:
        return "Inactif"
    since = said.get("registered_on") or said.get("idle_since")
    if since is None:
        return "Chômeur"
    wait = LONG_WHEN_YOUNG if age is not None and age < YOUNG else LONG
    is_long = add_months(date.fromisoformat(since), wait) <= entered_on
    return "Chômeur de longue durée" if is_long else "Chômeur"


def _situations(people: Mapping[int, Any]) -> dict[int, Mapping[str, Any]]:
    """As they were said for the last verdict that stands."""
    rows = Verdict.objects.filter(participant__in=people, withdrawn_at__isnull=True)
    found = rows.order_by("verified_at").values_list("participant", "file__situation")
    return dict(found)


def _exits(people: Mapping[int, Any], on: date) -> dict[int, dict[str, str]]:
    """The last one of each, with the answer of six months later."""
    rows = Exit.objects.filter(participant__in=people, left_on__lte=on).order_by("left_on")
    found = {}
    for row in rows.prefetch_related("follow_ups"):
        after = next((it for it in row.follow_ups.all() if it.months == SIX_MONTHS), None)
        found[row.participant_id] = {
            "left_on": f"{row.left_on:%Y-%m-%d}",
            "exit": _became(row.situation),
            "after_six_months": _became(after.situation) if after else "",
        }
    return found


def _became(situation: str) -> str:
    one = Situation(situation)
    return "En emploi" if one in AT_WORK else SAID.get(one, "Autre")
