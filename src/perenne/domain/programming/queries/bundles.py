"""Files that were sent together, as one page shows them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from perenne.domain.programming.models import Enclosure
from perenne.domain.programming.policy import BUNDLES
from perenne.domain.programming.queries.programmes import ProgrammeRow, programmes_in
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import Actor
from perenne.kit.files.states import FileState
from perenne.kit.refusals import NotFound
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class EnclosureCard:
    id: UUID
    name: str
    state: FileState


@dataclass(frozen=True, slots=True)
class BundleCard:
    id: UUID
    buyer_kind: str
    received_on: date
    programmes: tuple[ProgrammeRow, ...]
    enclosures: tuple[EnclosureCard, ...]
    may_send: bool

    @property
    def purchases(self) -> int:
        return sum(row.purchases for row in self.programmes)

    @property
    def recommended(self) -> int:
        return sum(row.recommended for row in self.programmes)

    @property
    def hours(self) -> Hours:
        return Hours(sum(row.hours.minutes for row in self.programmes))

    @property
    def unready(self) -> int:
        waiting = (ProgrammeState.ASKING, ProgrammeState.READING)
        return sum(row.state in waiting for row in self.programmes)


def bundle_card(bundle_id: UUID, *, seen_by: Actor) -> BundleCard:
    """Four queries, however many files there are."""
    row = BUNDLES.rows("bundle.view", seen_by).filter(pk=bundle_id).first()
    if row is None:
        raise NotFound(bundle_id)
    held = Enclosure.objects.filter(bundle=row).select_related("file")
    return BundleCard(
        id=row.pk,
        buyer_kind=row.buyer_kind,
        received_on=row.received_on,
        programmes=programmes_in(row.pk, seen_by=seen_by),
        enclosures=tuple(
            EnclosureCard(one.file_id, one.file.name, FileState(one.file.state)) for one in held
        ),
        may_send=BUNDLES.allows("bundle.send", seen_by, row.pk),
    )


def bundle_to_add_to(asked: str, *, by: Actor) -> UUID | None:
    """The sending that an address names, when it is theirs and may still grow."""
    try:
        bundle_id = UUID(asked)
    except ValueError:
        return None
    mine = BUNDLES.rows("bundle.receive", by).filter(pk=bundle_id)
    return mine.values_list("pk", flat=True).first()
