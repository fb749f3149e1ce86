"""The official lists as they are published: etalab JSON, Insee, the list of quartiers; our CSV."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from perenne.domain.territories.actions import (
    OfficialCommune,
    OfficialDepartment,
    OfficialEpci,
    OfficialOldName,
    OfficialQpv,
    SetAside,
)
from perenne.ops.places.reading import (
    Read,
    Row,
    department_of,
    first_of,
    needs,
    rows_of,
    sorted_out,
)

CODE = ("code", "COM", "insee_code", "commune_code")
NAME = ("nom", "LIBELLE", "name", "commune_nom")
KIND = ("type", "TYPECOM")
PARENT = ("chefLieu", "commune", "COMPARENT")
CURRENT = {"", "commune-actuelle", "COM"}
PARTS = {"commune-deleguee", "commune-associee", "arrondissement-municipal", "COMD", "COMA", "ARM"}
MERGED = {"31", "32", "33", "34", "41", "50"}
"""Movements after which a code leads to another one (Insee): merged, or given another code."""

Wanted = Collection[str]
"""Codes of the départements asked for; empty: all of them."""


def communes_in(path: Path, wanted: Wanted = ()) -> Read[OfficialCommune]:
    """The communes of today; their parts are read by `parts_in`."""
    rows = rows_of(path)
    needs(rows, "|".join(CODE), "|".join(NAME), path=path)

    def read(row: Row) -> OfficialCommune | SetAside | None:
        code, name, kind = first_of(row, *CODE), first_of(row, *NAME), first_of(row, *KIND)
        if kind in PARTS:
            return None
        return _wrong(code, name, kind, wanted) or _commune(row, code, name)

    return sorted_out(rows, read)


def parts_in(path: Path, wanted: Wanted = ()) -> Read[OfficialOldName]:
    """Communes déléguées or associées, arrondissements: each leads to its commune."""

    def read(row: Row) -> OfficialOldName | SetAside | None:
        code, name = first_of(row, *CODE), first_of(row, *NAME)
        if first_of(row, *KIND) not in PARTS:
            return None
        return _wrong(code, name, "", wanted) or OfficialOldName(code, name, first_of(row, *PARENT))

    return sorted_out(rows_of(path), read)


def moves_in(path: Path, current: Collection[str], wanted: Wanted = ()) -> Read[OfficialOldName]:
    """The movements of communes since 1943 (Insee), followed to a code of today."""
    rows = rows_of(path)
    needs(rows, "MOD", "TYPECOM_AV", "COM_AV", "LIBELLE_AV", "TYPECOM_AP", "COM_AP", path=path)
    next_of = {row["COM_AV"]: row["COM_AP"] for row in sorted(rows, key=_when) if _merges(row)}

    def read(row: Row) -> OfficialOldName | SetAside | None:
        code, name = row["COM_AV"], row["LIBELLE_AV"]
        said = f"{code} {name}"
        if not _merges(row):
            return SetAside(said, "mouvement qui ne change pas le code d’une commune")
        if code in current:
            return SetAside(said, "ce code est aujourd’hui celui d’une commune")
        if wanted and department_of(code) not in wanted:
            return SetAside(said, "hors des départements demandés")
        return OfficialOldName(code, name, _followed(code, next_of, current))

    return sorted_out(rows, read)


def epcis_in(path: Path, wanted: Wanted = ()) -> Read[OfficialEpci]:
    """Each EPCI with its members: etalab JSON."""
    rows = rows_of(path)
    needs(rows, "code", "nom", "membres", path=path)
    aside: list[SetAside] = []

    def read(row: Row) -> OfficialEpci | SetAside | None:
        codes = [str(member.get("code", "")) for member in row["membres"]]
        kept = tuple(c for c in codes if not wanted or department_of(c) in wanted)
        if kept:
            aside.extend(
                SetAside(f"{code}, membre de {row['nom']}", "hors des départements demandés")
                for code in codes
                if code not in kept
            )
            return OfficialEpci(str(row["code"]), str(row["nom"]), kept)
        return SetAside(f"{row['code']} {row['nom']}", "aucun membre dans ces départements")

    read_rows = sorted_out(rows, read)
    return Read(read_rows.items, read_rows.set_aside + tuple(aside))


def departments_in(path: Path) -> Read[OfficialDepartment]:
    rows = rows_of(path)
    needs(rows, "code|DEP", "nom|LIBELLE", "typeLiaison|TNCC", path=path)

    def read(row: Row) -> OfficialDepartment | SetAside:
        code, name = first_of(row, "code", "DEP"), first_of(row, "nom", "LIBELLE")
        liaison = first_of(row, "typeLiaison", "TNCC")
        if not liaison.isdigit():
            return SetAside(f"{code} {name}", "article illisible")
        return OfficialDepartment(code, name, int(liaison))

    return sorted_out(rows, read)


def qpvs_in(path: Path, generation: int, wanted: Wanted = ()) -> Read[OfficialQpv]:
    """Quartiers in the columns of the national list: code_qp, lib_qp, insee_com (one or more)."""
    rows = rows_of(path)
    needs(rows, "code_qp", "lib_qp", "insee_com", path=path)

    def read(row: Row) -> OfficialQpv | SetAside:
        code, name = first_of(row, "code_qp"), first_of(row, "lib_qp")
        communes = tuple(first_of(row, "insee_com").replace(",", " ").replace(";", " ").split())
        if len(code) != 8 or not name or not communes:
            return SetAside(f"{code} {name}", "code, nom ou commune illisible")
        if wanted and not {department_of(commune) for commune in communes} & set(wanted):
            return SetAside(f"{code} {name}", "hors des départements demandés")
        return OfficialQpv(code, name, generation, communes)

    return sorted_out(rows, read)


def _wrong(code: str, name: str, kind: str, wanted: Wanted) -> SetAside | None:
    said = f"{code} {name}".strip() or "ligne vide"
    if len(code) != 5 or not name:
        return SetAside(said, "code ou nom illisible")
    if kind not in CURRENT:
        return SetAside(said, f"genre inconnu\u00a0: {kind}")
    if wanted and department_of(code) not in wanted:
        return SetAside(said, "hors des départements demandés")
    return None


def _commune(row: Row, code: str, name: str) -> OfficialCommune:
    posts = row.get("codesPostaux", row.get("postcodes"))
    people = first_of(row, "population")
    has_epci = "epci_code" in row
    return OfficialCommune(
        insee_code=code,
        name=name,
        department_code=first_of(row, "departement", "DEP", "departement_code")
        or department_of(code),
        postcodes=None if posts is None else _postcodes(posts),
        epci_code=first_of(row, "epci_code") if has_epci else None,
        epci_name=first_of(row, "epci_name") if has_epci else None,
        population=int(people) if people.isdigit() else None,
    )


def _postcodes(said: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(said.split() if isinstance(said, str) else said)


def _merges(row: Row) -> bool:
    return (
        row["MOD"] in MERGED
        and row["TYPECOM_AV"] == row["TYPECOM_AP"] == "COM"
        and row["COM_AV"] != row["COM_AP"]
    )


def _when(row: Row) -> str:
    return first_of(row, "DATE_EFF")


def _followed(code: str, next_of: Mapping[str, str], current: Collection[str]) -> str:
    """As far as a commune of today; a code that goes round in a circle stays where it was."""
    seen = {code}
    while code not in current and code in next_of and next_of[code] not in seen:
        code = next_of[code]
        seen.add(code)
    return code
