"""The outlines of communes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from perenne.domain.territories.actions.accounts import Account, SetAside, settle, told_once
from perenne.domain.territories.actions.names import UNKNOWN
from perenne.domain.territories.models import Commune, Outline
from perenne.domain.territories.queries.shapes import Ring, is_ring

UNREADABLE = "contour ouvert, vide ou hors du globe"


@dataclass(frozen=True, slots=True)
class OfficialOutline:
    """`rings` in ten-thousandths of a degree; `source` names who drew them and the licence."""

    insee_code: str
    rings: tuple[Ring, ...]
    source: str


@transaction.atomic
def load_outlines(outlines: Iterable[OfficialOutline]) -> Account:
    """Those of communes that are loaded; what is no closed ring is set aside."""
    known = set(Commune.objects.values_list("pk", flat=True))
    kept: list[OfficialOutline] = []
    aside: list[SetAside] = []
    for said in outlines:
        if said.insee_code not in known:
            aside.append(SetAside(said.insee_code, UNKNOWN))
        elif not said.rings or not all(map(is_ring, said.rings)):
            aside.append(SetAside(said.insee_code, UNREADABLE))
        else:
            kept.append(said)
    wanted, twice = told_once((said.insee_code, _row(said)) for said in kept)
    held = {row.commune_id: row for row in Outline.objects.filter(commune__in=wanted)}
    done = settle(wanted, held, key=("commune",), fields=("rings", "source"))
    return replace(done, set_aside=(*aside, *twice))


def _row(said: OfficialOutline) -> Outline:
    flat = [[number for point in ring for number in point] for ring in said.rings]
    return Outline(commune_id=said.insee_code, rings=flat, source=said.source)
