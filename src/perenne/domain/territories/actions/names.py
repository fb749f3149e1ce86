"""Départements, old names of communes, quartiers prioritaires."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from perenne.domain.territories.actions.accounts import (
    Account,
    SetAside,
    settle,
    told_once,
)
from perenne.domain.territories.models import Commune, Department, OldName, Qpv
from perenne.values import fold

UNKNOWN = "commune inconnue ici : chargez d’abord les communes de son département"


@dataclass(frozen=True, slots=True)
class OfficialDepartment:
    code: str
    name: str
    liaison: int


@dataclass(frozen=True, slots=True)
class OfficialOldName:
    """`commune` is the code of the commune of today."""

    code: str
    name: str
    commune: str


@dataclass(frozen=True, slots=True)
class OfficialQpv:
    code: str
    name: str
    generation: int
    communes: tuple[str, ...]


@transaction.atomic
def load_departments(departments: Iterable[OfficialDepartment]) -> Account:
    rows = (
        (said.code, Department(code=said.code, name=said.name, liaison=said.liaison))
        for said in departments
    )
    wanted, twice = told_once(rows)
    held = Department.objects.in_bulk(list(wanted))
    done = settle(wanted, held, key=("code",), fields=("name", "liaison"))
    return replace(done, set_aside=twice)


@transaction.atomic
def load_old_names(names: Iterable[OfficialOldName]) -> Account:
    """Codes and names of before, each leading to a commune that is loaded."""
    read = list(names)
    known = set(Commune.objects.values_list("pk", flat=True))
    lost = tuple(
        SetAside(f"{said.code} {said.name} → {said.commune}", UNKNOWN)
        for said in read
        if said.commune not in known
    )
    rows = (
        (
            (said.code, fold(said.name)),
            OldName(
                code=said.code, name=said.name, folded=fold(said.name), commune_id=said.commune
            ),
        )
        for said in read
        if said.commune in known
    )
    wanted, twice = told_once(rows)
    held = {
        (row.code, row.folded): row
        for row in OldName.objects.filter(code__in={code for code, _ in wanted})
    }
    done = settle(wanted, held, key=("code", "folded"), fields=("name", "commune"))
    return replace(done, set_aside=lost + twice)


@transaction.atomic
def load_qpvs(qpvs: Iterable[OfficialQpv]) -> Account:
    """Quartiers and those of their communes that are loaded."""
    read = list(qpvs)
    known = set(Commune.objects.values_list("pk", flat=True))
    lost = tuple(
        SetAside(f"{said.code} {said.name}", UNKNOWN)
        for said in read
        if not known & set(said.communes)
    )
    rows = (
        (
            said.code,
            Qpv(
                code=said.code,
                name=said.name,
                generation=said.generation,
                communes=sorted(known & set(said.communes)),
            ),
        )
        for said in read
        if known & set(said.communes)
    )
    wanted, twice = told_once(rows)
    held = Qpv.objects.in_bulk(list(wanted))
    done = settle(wanted, held, key=("code",), fields=("name", "generation", "communes"))
    return replace(done, set_aside=lost + twice)
