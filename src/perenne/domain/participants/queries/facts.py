"""The situation of a person as it is typed and kept: a flat sheet, read by the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from perenne.kit.refusals import Refused
from perenne.rules.eligibility import (
    Allowance,
    Difficulty,
    Disability,
    DisabilityTitle,
    Enrolment,
    FollowUp,
    JobSearch,
    Opinion,
    OpinionBody,
    Pass,
    Person,
    Residence,
    Scheme,
    Schooling,
    Stay,
    StayStatus,
    Structure,
)

Situation: TypeAlias = Mapping[str, Any]
DATES = frozenset(
    {
        "registered_on", "idle_since", "left_school_on", "qpv_checked_on", "disability_until",
        "stay_until", "scheme_since", "scheme_until", "structure_since", "structure_until",
        "pass_begins_on",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of a situation, with the days as days."""

    held: Situation

    def day(self, name: str) -> date | None:
        said = self.held.get(name)
        return date.fromisoformat(said) if said else None

    def __getitem__(self, name: str) -> Any:
        return self.held.get(name)


def person_said(born_on: date, situation: Situation) -> Person:
    """The facts that the law asks for; Refused when one of them is impossible."""
    said = Sheet(situation)
    try:
        return Person(
            born_on=born_on,
            search=JobSearch(
                said["seeking"],
                said.day("registered_on"),
                said["months_worked"],
                said.day("idle_since"),
            ),
            schooling=Schooling(said["diploma_level"], said.day("left_school_on")),
            residence=Residence(bool(said["in_qpv"]), said.day("qpv_checked_on")),
            allowances=frozenset(map(Allowance, said["allowances"] or ())),
            difficulties=frozenset(map(Difficulty, said["difficulties"] or ())),
            disability=_disability(said),
            stay=_stay(said),
            follow_ups=_follow_ups(said),
            enrolment=_enrolment(said),
            opinion=_opinion(said),
        )
    except ValueError as impossible:
        raise Refused(str(impossible)) from impossible


def situation_typed(typed: Mapping[str, Any]) -> dict[str, Any]:
    """As it is kept: what is empty is left out, days as texts."""
    kept = {
        name: value
        for name, value in typed.items()
        if value is not None and value is not False and value not in ("", [])
    }
    if typed.get("seeking") is False:
        kept["seeking"] = False
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in kept.items()
    }


def situation_shown(situation: Situation) -> dict[str, Any]:
    """As a form takes it."""
    said = Sheet(situation)
    return {name: said.day(name) if name in DATES else value for name, value in situation.items()}


def _disability(said: Sheet) -> Disability | None:
    if not said["disability"]:
        return None
    return Disability(DisabilityTitle(said["disability"]), said.day("disability_until"))


def _stay(said: Sheet) -> Stay | None:
    return Stay(StayStatus(said["stay"]), said.day("stay_until")) if said["stay"] else None


def _follow_ups(said: Sheet) -> tuple[FollowUp, ...]:
    if not said["scheme"]:
        return ()
    since = _since(said.day("scheme_since"), "le début de l’accompagnement")
    return (FollowUp(Scheme(said["scheme"]), since, said.day("scheme_until")),)


def _enrolment(said: Sheet) -> Enrolment | None:
    if not said["structure"]:
        return None
    since = _since(said.day("structure_since"), "l’entrée dans la structure")
    begins_on = said.day("pass_begins_on")
    return Enrolment(
        Structure(said["structure"]),
        since,
        said.day("structure_until"),
        iae_pass=Pass(begins_on) if begins_on else None,
    )


def _opinion(said: Sheet) -> Opinion | None:
    if not said["opinion_body"]:
        return None
    body = OpinionBody(said["opinion_body"])
    return Opinion(body, said["opinion_author"] or "", said["opinion_reasons"] or "")


def _since(day: date | None, what: str) -> date:
    if day is None:
        raise Refused(f"Indiquez {what} : la règle compte à partir de ce jour.")
    return day
