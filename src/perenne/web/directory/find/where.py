"""The place that was meant: a commune, those of a postcode, an EPCI, or the nearest name."""

from perenne.domain.directory.queries.places import Place, place_of_communes
from perenne.domain.territories.queries import Found, Gazetteer


def where(found: Found, places: Gazetteer) -> Place | None:
    """A misspelt commune is taken for the one that resembles it most: the page says which."""
    if found.epcis and not found.communes:
        epci = found.epcis[0]
        its_own = [one for one in places.at_home() if one.epci_code == epci.code]
        return place_of_communes(its_own, epci) if its_own else None
    communes = found.communes[:1] if found.is_guess else found.communes
    return place_of_communes(communes) if communes else None
