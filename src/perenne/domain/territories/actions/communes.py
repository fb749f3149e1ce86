"""Communes and EPCI, from the official lists."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from perenne.domain.territories.actions.accounts import (
    Account,
    SetAside,
    settle,
    told_once,
)
from perenne.domain.territories.models import Commune, Epci
from perenne.values import fold

FIELDS = ("name", "folded", "department_code", "postcodes", "epci", "population")


@dataclass(frozen=True, slots=True)
class OfficialCommune:
    """What a list does not say is None, and then stays as it was; no EPCI at all is ""."""

    insee_code: str
    name: str
    department_code: str
    postcodes: tuple[str, ...] | None = None
    epci_code: str | None = None
    epci_name: str | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class OfficialEpci:
    code: str
    name: str
    members: tuple[str, ...]
    """INSEE codes."""


@transaction.atomic
def load_communes(communes: Iterable[OfficialCommune]) -> Account:
    """Add or correct these communes, and the EPCI that they name."""
    read = list(communes)
    named = {
        c.epci_code: Epci(code=c.epci_code, name=c.epci_name or "") for c in read if c.epci_code
    }
    settle(named, Epci.objects.in_bulk(list(named)), key=("code",), fields=("name",))
    held = Commune.objects.in_bulk([commune.insee_code for commune in read])
    rows = ((c.insee_code, _row_of(c, held.get(c.insee_code))) for c in read)
    wanted, twice = told_once(rows)
    done = settle(wanted, held, key=("insee_code",), fields=FIELDS)
    return replace(done, set_aside=twice)


def _row_of(said: OfficialCommune, held: Commune | None) -> Commune:
    before = held or Commune()
    return Commune(
        insee_code=said.insee_code,
        name=said.name,
        folded=fold(said.name),
        department_code=said.department_code,
        postcodes=before.postcodes if said.postcodes is None else list(said.postcodes),
        epci_id=before.epci_id if said.epci_code is None else said.epci_code or None,
        population=before.population if said.population is None else said.population,
    )


@transaction.atomic
def load_epcis(epcis: Iterable[OfficialEpci]) -> Account:
    """Say of each member commune to which EPCI it belongs; a line of the account is a member."""
    read = list(epcis)
    known = Commune.objects.in_bulk([code for epci in read for code in epci.members])
    kept = {epci.code: Epci(code=epci.code, name=epci.name) for epci in read if
            known.keys() & set(epci.members)}  # fmt: skip
    settle(kept, Epci.objects.in_bulk(list(kept)), key=("code",), fields=("name",))
    account, members = Account(), []
    for epci in read:
        for code in epci.members:
            account += _told(known.get(code), code, epci)
            members += _moved(known.get(code), epci)
    Commune.objects.bulk_update(members, ["epci"], batch_size=1_000)
    return account


def _told(commune: Commune | None, code: str, epci: OfficialEpci) -> Account:
    if commune is None:
        why = "commune inconnue ici : chargez d’abord les communes de son département"
        return Account(set_aside=(SetAside(f"{code}, membre de {epci.name}", why),))
    if commune.epci_id is None:
        return Account(added=1)
    return Account(changed=1) if commune.epci_id != epci.code else Account(unchanged=1)


def _moved(commune: Commune | None, epci: OfficialEpci) -> list[Commune]:
    if commune is None or commune.epci_id == epci.code:
        return []
    commune.epci_id = epci.code
    return [commune]
