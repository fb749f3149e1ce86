"""The one list of a desk: the errands of every app, put in order, one page of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from perenne.domain.clauses.queries.errands import TO_APPROVE
from perenne.domain.notices.queries.waiting import waiting_for as errands_waiting_for
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import place_of
from perenne.rules.urgency import Urgency, in_order, urgency_on
from perenne.values import Errand, Euros, Hours
from perenne.web.design.menu import MenuItem

ON_A_PAGE = 20
TONES = {Urgency.LATE: "error", Urgency.NEAR: "warning"}


@dataclass(frozen=True, slots=True)
class Row:
    """One errand as it is read: `approved` is the version that one click approves."""

    verb: str
    about: str
    who: str
    url: str
    when: str
    due_on: date | None
    urgency: Urgency
    tone: str
    hours: Hours | None
    penalty: Euros | None
    clause_id: str
    approved: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    rows: tuple[Row, ...]
    tabs: tuple[MenuItem, ...]
    group: str
    number: int
    total: int
    late: int
    hours: Hours

    @property
    def last(self) -> int:
        return max(1, -(-self.total // ON_A_PAGE))


def waiting_for(actor: Actor, *, on: date, group: str = "", page: int = 1) -> Waiting:
    """One query, two where promises wait. An unknown group shows everything, a page out of range
    the nearest one."""
    found = errands_waiting_for(actor, on=on)
    groups = Counter(errand.kind.group for errand in found)
    group = group if group in groups else ""
    chosen = [errand for errand in found if errand.kind.group == group] if group else found
    number, size = place_of(page, size=ON_A_PAGE, total=len(chosen))
    start = (number - 1) * size
    shown = in_order(chosen, today=on)[start : start + size]
    return Waiting(
        rows=tuple(_row(errand, on, actor) for errand in shown),
        tabs=_tabs(groups, group),
        group=group,
        number=number,
        total=len(chosen),
        late=sum(errand.due_on is not None and errand.due_on < on for errand in chosen),
        hours=Hours(sum(errand.hours.minutes for errand in chosen if errand.hours)),
    )


def _tabs(groups: Counter[str], group: str) -> tuple[MenuItem, ...]:
    """By kind of work, when there are several."""
    if len(groups) < 2:
        return ()
    here = reverse("desks:today")
    everything = MenuItem("Tout", here, current=not group, count=groups.total())
    return (
        everything,
        *(
            MenuItem(name, f"{here}?{urlencode({'groupe': name})}", name == group, number)
            for name, number in sorted(groups.items())
        ),
    )


def _row(errand: Errand, on: date, actor: Actor) -> Row:
    """Whose it is goes without saying at a buyer’s."""
    urgency = urgency_on(errand.due_on, today=on)
    return Row(
        verb=errand.kind.verb,
        about=errand.about,
        who="" if actor.role is Role.BUYER else errand.who,
        url=reverse(errand.kind.address, args=errand.keys) + errand.kind.tail,
        when=errand.kind.when,
        due_on=errand.due_on,
        urgency=urgency,
        tone=TONES.get(urgency, "neutral"),
        hours=errand.hours,
        penalty=errand.penalty,
        clause_id=errand.keys[0] if errand.keys else "",
        approved=errand.number if errand.kind is TO_APPROVE else None,
    )
