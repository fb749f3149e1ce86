"""The whole journal of the committee, for its coordination."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from perenne.domain.history.policy import JOURNAL
from perenne.domain.history.queries.lines import HistoryLine, lines_of, named
from perenne.domain.organisations.models import Organisation
from perenne.domain.people.models import Person
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.kit.journal.acts import labels
from perenne.kit.journal.models import Entry
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound, Refused

ON_A_PAGE = 50
MOST_EXPORTED = 20_000


@dataclass(frozen=True, slots=True)
class Sieve:
    """Empty: everything. Names are parts of names, whatever their case."""

    act: str = ""
    organisation: str = ""
    person: str = ""
    day: date | None = None


def acts_known() -> tuple[tuple[str, str], ...]:
    """Every act that has a label, in the order of their labels."""
    return tuple(sorted(labels().items(), key=lambda named: named[1]))


def journal_lines(sieve: Sieve, *, seen_by: Actor, page: int = 1) -> Page[HistoryLine]:
    """Newest first. Not found for who may not read it."""
    rows = _rows("journal.read", sieve, seen_by)
    found = page_of(named(rows), page, size=ON_A_PAGE, card_of=lambda entry: entry)
    return Page(lines_of(found.items), found.number, found.size, found.total)


def lines_to_export(sieve: Sieve, *, seen_by: Actor) -> tuple[HistoryLine, ...]:
    """All of them, unless they are too many for one file."""
    rows = named(_rows("journal.export", sieve, seen_by))
    entries = list(rows[: MOST_EXPORTED + 1])
    if len(entries) > MOST_EXPORTED:
        raise Refused(
            "Plus de 20 000 lignes répondent à ces critères : choisissez un jour, un acte "
            "ou un organisme."
        )
    return lines_of(entries)


def _rows(act: str, sieve: Sieve, seen_by: Actor) -> QuerySet[Entry, Any]:
    if is_void(JOURNAL.grants[act](seen_by)):
        raise NotFound(act)
    return JOURNAL.rows(act, seen_by).filter(**_conditions(sieve))


def _conditions(sieve: Sieve) -> Mapping[str, object]:
    conditions: dict[str, object] = {}
    if sieve.act:
        conditions["act"] = sieve.act
    if sieve.organisation:
        theirs = Organisation.objects.filter(name__icontains=sieve.organisation)
        conditions["organisation_id__in"] = theirs.values("pk")
    if sieve.person:
        theirs_too = Person.objects.filter(full_name__icontains=sieve.person)
        conditions["person_id__in"] = theirs_too.values("pk")
    if sieve.day:
        conditions["at__gte"] = midnight(sieve.day)
        conditions["at__lt"] = midnight(sieve.day + timedelta(1))
    return conditions
