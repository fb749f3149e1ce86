"""Looking for a job, registered as a job seeker, and how much was worked meanwhile."""

from perenne.rules.eligibility.findings import FAR, MET, Case, Condition, Finding, near, unknown
from perenne.rules.eligibility.numbers import MONTHS_WORKED_BELOW, REGISTRATION_PROVES_SEARCH
from perenne.rules.law import Dated
from perenne.values import months_between


def seeks_work(case: Case) -> Finding:
    """Since 2025 the RSA registers people by itself: registration no longer proves a search."""
    search = case.person.search
    if search.seeking is not None:
        return MET if search.seeking else near("n'est pas en recherche d'emploi")
    if search.registered_on is not None and search.registered_on <= case.on:
        if REGISTRATION_PROVES_SEARCH.on(case.on):
            return MET
        return unknown(
            "Cherche-t-elle un emploi ? L'inscription à France Travail ne suffit plus à le dire."
        )
    return unknown("Cherche-t-elle un emploi ?")


def registered_for(months: Dated[int]) -> Condition:
    def is_registered(case: Case) -> Finding:
        registered_on, asked = case.person.search.registered_on, months.on(case.on)
        if registered_on is None or registered_on > case.on:
            return FAR
        held = months_between(registered_on, case.on)
        if held < asked:
            return near(f"inscrite depuis {held} mois, {asked} sont demandés")
        return MET

    return is_registered


def worked_little(case: Case) -> Finding:
    """Not known, it is asked since 2025; before, the registration was enough."""
    worked, limit = case.person.search.months_worked, MONTHS_WORKED_BELOW.on(case.on)
    if worked is None:
        if REGISTRATION_PROVES_SEARCH.on(case.on):
            return MET
        return unknown("Combien de mois a-t-elle travaillé au cours des 12 derniers ?")
    if worked >= limit:
        return near(
            f"a travaillé {worked} mois sur les 12 derniers, moins de {limit} sont demandés"
        )
    return MET
