"""Where the person lives: the map in force on the reference day decides."""

from perenne.rules.eligibility.findings import FAR, MET, Case, Finding, met_if, unknown
from perenne.rules.eligibility.numbers import RURAL_ZONE, URBAN_MAP, URBAN_MAP_OVERSEAS
from perenne.rules.french import in_full


def lives_in_qpv(case: Case) -> Finding:
    """In a priority neighbourhood of the city policy, looked up on the map in force."""
    home = case.person.residence
    if not home.in_qpv:
        return FAR
    drawn_on = (URBAN_MAP_OVERSEAS if home.overseas else URBAN_MAP).on(case.on)
    if home.qpv_checked_on is None:
        return unknown("Quel jour l'adresse a-t-elle été cherchée sur sig.ville.gouv.fr ?")
    if home.qpv_checked_on < drawn_on <= case.on:
        return unknown(
            "L'adresse est-elle toujours dans un quartier prioritaire ? La carte a changé le "
            f"{in_full(drawn_on)}."
        )
    return MET


def lives_in_rural_zone(case: Case) -> Finding:
    return met_if(case.person.residence.rural_zone is RURAL_ZONE.on(case.on))
