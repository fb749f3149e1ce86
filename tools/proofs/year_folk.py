"""The people of the département: who is prompt, who is late, who never answers; what befalls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from django.db.models import F, Q
from django.urls import Resolver404, resolve
from year_acts import act_for, declare_month
from year_doing import WHY, Doing
from year_post import Post

from perenne.domain.clauses.actions import answer_by_link
from perenne.domain.coverage.actions import Leave, announce_absence
from perenne.domain.coverage.models import Absence
from perenne.domain.enquiries.actions import send_enquiry
from perenne.domain.enquiries.actions.sending import Letter, Marks
from perenne.domain.enquiries.states import EnquiryKind
from perenne.domain.hirings.actions import end_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.actions import correct_work, take_sheet_back
from perenne.domain.hours.actions.speaking import contest
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.hours.queries import Door, link_behind
from perenne.domain.hours.states import DECLARED, VALIDATED
from perenne.domain.notices.actions import open_inbox, prefer
from perenne.domain.notices.queries.recipients import Place, places_of
from perenne.domain.notices.queries.waiting import waiting_for
from perenne.domain.notices.states import DAILY, LEGAL, WEEKLY
from perenne.domain.participants.actions import Asked, hand_link, open_file
from perenne.domain.people.models import Person
from perenne.domain.procurement.actions import resume_contract, suspend_contract
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import VISITOR, Role
from perenne.kit.refusals import Refused
from perenne.values import Errand

PROMPT, USUAL, LATE, NEVER = 0.5, 0.2, 0.05, 0.0
WAYS = (PROMPT, USUAL, USUAL, LATE)
"""How likely somebody looks at their desk in half a day; DOES, then does each thing there."""
DOES = 0.8
WRITERS = tuple(f"habitante{number}@public.example" for number in range(1, 6))
FIRST = ("Awa", "Marc", "Lina", "Théo", "Rosa", "Ivan", "Nora", "Paul", "Zoé", "Hugo")
LAST = ("Diallo", "Petit", "Haddou", "Leroy", "Costa", "Roux", "Perrin", "Ferry", "Colas", "Ney")


class Folk:
    """`done` and `refused` count acts by errand or by event; `undone`, errands nobody acts on;
    `faults`, what was neither done nor refused in words."""

    def __init__(self, post: Post, seed: int) -> None:
        self.post, self.chance = post, Random(seed)  # noqa: S311
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.undone: Counter[str] = Counter()
        self.why: dict[str, str] = {}
        self.faults: dict[str, str] = {}
        people = Person.objects.filter(is_active=True).order_by("email")
        self.ways = {one.pk: self.chance.choice(WAYS) for one in people}
        self.places = {person_id: places_of(person_id) for person_id in self.ways}
        self.ways_by_link: dict[str, float] = {}
        self._choose_rhythms()

    def _choose_rhythms(self) -> None:
        """Some want theirs once a week, at noon, in the evening, or what is legal alone."""
        wanted = [(WEEKLY, 8), (DAILY, 12), (DAILY, 17), (LEGAL, 8)]
        people = self.chance.sample(sorted(self.ways), len(wanted))
        for person_id, (rhythm, hour) in zip(people, wanted, strict=True):
            (place, *_) = self.places[person_id]
            prefer(rhythm=rhythm, hour=hour, by=place.actor)
        for person_id in self.chance.sample(sorted(set(self.ways) - set(people)), 2):
            by = self.places[person_id][0].actor
            self._try("open an inbox", partial(open_inbox, rhythm=DAILY, hour=8, by=by))

    def act(self, now: datetime) -> None:
        """Half a day of work."""
        away = set(
            Absence.objects.filter(
                Q(until=None) | Q(until__gte=now.date()), since__lte=now.date()
            ).values_list("person_id", flat=True)
        )
        for person_id, way in self.ways.items():
            if person_id in away or self.chance.random() >= way:
                continue
            self.places[person_id] = places_of(person_id)  # some were verified meanwhile
            for place in self.places[person_id]:
                self._desk(place, now)
        self._by_links(now)
        for befall in (
            self._asks_about_somebody, self._writes, self._suspends, self._goes_away,
            self._takes_back, self._ends, self._contests, self._mends,
        ):  # fmt: skip
            befall(now)

    def _desk(self, place: Place, now: datetime) -> None:
        for errand in errands_of(place, now.date()):
            act = act_for(errand)
            if act is None:
                self.undone[named(errand)] += 1
            elif self.chance.random() < DOES:
                doing = Doing(place.actor, now, errand, self.chance)
                self._try(named(errand), partial(act, doing))

    def _by_links(self, now: datetime) -> None:
        """Those without an account open the last mail that has a link of theirs, or never do."""
        for address, mails in self.post.by_address.items():
            way = self.ways_by_link.setdefault(
                address, self.chance.choice((PROMPT, USUAL, LATE, NEVER))
            )
            if self.chance.random() >= way:
                continue
            recent = [mail for mail in mails if now - mail.at < timedelta(25)]
            for path in dict.fromkeys(path for mail in recent for path in mail.paths):
                self._follow(path, now)

    def _follow(self, path: str, now: datetime) -> None:
        try:
            found = resolve(path.partition("?")[0].partition("#")[0])
        except Resolver404:
            return
        token = found.kwargs.get("token", "")
        who = replace(VISITOR, visitor_key=token)
        if found.view_name == "hours:by_link":
            link = link_behind(token, now=now)
            if link.door is Door.OPEN:
                self._try(
                    "declare by link",
                    lambda: declare_month(link.statement_id, who, now, self.chance),
                )
        elif found.view_name == "clauses:offer":
            refusal = None if self.chance.random() < 0.8 else WHY
            self._try(
                "answer an offer by link",
                lambda: answer_by_link(
                    token=token, refusal=refusal, by=VISITOR, on=now.date(), now=now
                ),
            )

    # What befalls

    def _asks_about_somebody(self, now: datetime) -> None:
        if self.chance.random() > 0.15:
            return
        place = self._one_of(Role.PRESCRIBER, Role.COMPANY)
        contract = self._one(Contract.objects.filter(parties__organisation=place.organisation_id))
        asked = Asked(
            self.chance.choice(FIRST), self.chance.choice(LAST),
            date(self.chance.randint(1965, 2005), 4, self.chance.randint(1, 28)),
            now.date() + timedelta(14), sex="woman", phone="01 60 00 00 97", commune="77131",
            contract_id=contract.pk if contract and place.actor.role is Role.COMPANY else None,
        )  # fmt: skip
        self._try(
            "ask about a person", lambda: open_file(asked=asked, by=place.actor, today=now.date())
        )

    def _writes(self, now: datetime) -> None:
        if self.chance.random() > 0.1:
            return
        email = self.chance.choice(WRITERS)
        letter = Letter(
            kind=EnquiryKind.COORDINATION,
            message=f"Bonjour, puis-je vous appeler le {now:%d/%m} ? Merci.",
            full_name="Habitante du département", email=email, consents=True,
        )  # fmt: skip
        by = replace(VISITOR, visitor_key=f"{email} {now:%Y%m%d%H}")
        self._try(
            "write to a desk",
            lambda: send_enquiry(
                letter, marks=Marks(seconds=40.0), by=by, now=now, today=now.date(), loads={}
            ),
        )

    def _suspends(self, now: datetime) -> None:
        """For three weeks at most, or until it is resumed."""
        if self.chance.random() > 0.03:
            return
        contract = self._one(Contract.objects.filter(state="notified"))
        place = contract and self._place_at(contract.facilitator_id)
        if not place:
            return
        if self.chance.random() < 0.3:
            self._try("resume a contract", lambda: resume_contract(
                contract_id=contract.pk, resumed_on=now.date(), by=place.actor))  # fmt: skip
            return
        until = now.date() + timedelta(self.chance.randint(5, 21))
        self._try("suspend a contract", lambda: suspend_contract(
            contract_id=contract.pk, since=now.date(), until=until, reason=WHY,
            by=place.actor))  # fmt: skip

    def _goes_away(self, now: datetime) -> None:
        if self.chance.random() > 0.03:
            return
        place = self._one_of(Role.FACILITATOR)
        leave = Leave(now.date(), now.date() + timedelta(self.chance.randint(3, 15)),
                      person_id=place.actor.person_id)  # fmt: skip
        self._try("be away", lambda: announce_absence(
            facilitator_id=place.organisation_id, leave=leave, by=place.actor,
            today=now.date()))  # fmt: skip

    def _takes_back(self, now: datetime) -> None:
        sheet = self._one(Sheet.objects.filter(state=DECLARED).select_related("statement"))
        if self.chance.random() > 0.05 or sheet is None:
            return
        place = self._place_at(sheet.statement.organisation_id)
        if place:
            self._try("take a sheet back", lambda: take_sheet_back(
                sheet_id=sheet.pk, by=place.actor))  # fmt: skip

    def _ends(self, now: datetime) -> None:
        if self.chance.random() > 0.01:
            return
        hiring = self._one(Hiring.objects.filter(state="confirmed").select_related("party"))
        place = hiring and self._place_at(hiring.party.organisation_id)
        if place:
            self._try("end a hiring", lambda: end_hiring(
                hiring_id=hiring.pk, ended_on=now.date(), by=place.actor, on=now.date(),
                reason=WHY))  # fmt: skip

    def _contests(self, now: datetime) -> None:
        """A person, on the page that is her own."""
        if self.chance.random() > 0.04:
            return
        sheets = Sheet.objects.filter(state=DECLARED, works__hiring__participant__erased_on=None)
        sheet = self._one(sheets.annotate(who=F("works__hiring__participant")))
        place = sheet and self._place_at(sheet.facilitator_id)
        if not place or not sheet.who:
            return

        def contested() -> None:
            token = hand_link(participant_id=sheet.who, by=place.actor, now=now)
            who = replace(VISITOR, visitor_key=token)
            contest(sheet_id=sheet.pk, message="Il manque une matinée.", by=who, now=now)

        self._try("contest one's hours", contested)

    def _mends(self, now: datetime) -> None:
        """Hours that were validated: an hour less."""
        if self.chance.random() > 0.05:
            return
        works = Work.objects.filter(corrects=None, net_minutes__gt=600, sheet__state=VALIDATED)
        work = self._one(works.select_related("sheet"))
        place = work and self._place_at(work.sheet.facilitator_id)
        if place:
            self._try("correct validated hours", lambda: correct_work(
                work_id=work.pk, minutes=work.net_minutes - 60, reason=WHY, by=place.actor,
                on=now.date()))  # fmt: skip

    # Who

    def _one_of(self, *roles: Role) -> Place:
        places = [place for own in self.places.values() for place in own]
        return self.chance.choice([one for one in places if one.actor.role in roles])

    def _place_at(self, organisation_id: int | None) -> Place | None:
        places = [place for own in self.places.values() for place in own]
        return next((one for one in places if one.organisation_id == organisation_id), None)

    def _one(self, rows):  # noqa: ANN001, ANN202 - any table
        found = list(rows.order_by("pk")[:50])
        return self.chance.choice(found) if found else None

    def _try(self, name: str, act: Callable[[], object]) -> None:
        try:
            act()
        except Refused as refusal:
            self.refused[name] += 1
            self.why[name] = f"{type(refusal).__name__}: {refusal}"[:110]
        except Exception as fault:
            self.faults[name] = f"{type(fault).__name__}: {fault}"[:300]
        else:
            self.done[name] += 1


def errands_of(place: Place, on: date) -> tuple[Errand, ...]:
    """As the desk « Ce qui vous attend » gathers them."""
    return waiting_for(place.actor, on=on)


def named(errand: Errand) -> str:
    return f"{errand.kind.verb} ({errand.kind.address})"
