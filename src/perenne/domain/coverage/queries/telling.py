"""The reasons of a decision, as sentences that people read."""

from datetime import date

from perenne.domain.coverage.queries.deciding import (
    Area,
    Away,
    Decision,
    Level,
    Loads,
    Rejected,
    Responsible,
    Why,
)
from perenne.domain.territories.queries import CommuneCard
from perenne.rules.segments import Segment

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip


def day(on: date) -> str:
    """« 1er mars 2027 »; the figure is not parted from its month."""
    return f"{_in_month(on)}\u00a0{MONTHS[on.month - 1]} {on.year}"


def _in_month(on: date) -> str:
    return "1er" if on.day == 1 else str(on.day)


def _shortened(on: date, *, before: date) -> str:
    """A first day, without the month and the year that the last day says again."""
    if (on.year, on.month) == (before.year, before.month):
        return _in_month(on)
    return day(on).removesuffix(f" {before.year}")


def span(since: date | None, until: date | None) -> str:
    """« du 1er au 12 mars 2027 », « jusqu’au … », « depuis le … »."""
    if since and until:
        if since == until:
            return f"le {day(since)}"
        return f"du {_shortened(since, before=until)} au {day(until)}"
    if since:
        return f"à partir du {day(since)}"
    return f"jusqu’au {day(until)}" if until else ""


def told_absence(decision: Decision, answers: Responsible | None) -> str:
    """« X est en absence du … au … : Y répond à sa place. »; "" when who should answer does."""
    away, who = decision.instead_of, decision.area.body if decision.area else None
    if away is None or who is None:
        passed = [one for one in decision.rejected if one.why is Why.AWAY and one.away]
        away, who = (passed[0].away, passed[0].area.body) if passed else (None, None)
    if away is None or who is None:
        return ""
    instead = f"{answers.name} répond à sa place" if answers else "personne ne répond à sa place"
    back = "" if away.until else " ; son retour n’est pas encore annoncé"
    return f"{who.name} {_absent(away)} : {instead}{back}."


def labels(segments: frozenset[str]) -> str:
    return ", ".join(segment.label for segment in Segment if segment in segments)


def place_of(area: Area, commune: CommuneCard) -> str:
    if area.level is Level.COMMUNE:
        return "cette commune"
    return commune.epci_name if area.level is Level.EPCI else "le département"


def reason(decision: Decision, commune: CommuneCard, loads: Loads) -> str:
    """Why this one answers, without its first words; ends with a full stop."""
    if decision.who is None or decision.area is None:
        return _nobody(decision)
    area, rejected = decision.area, decision.rejected
    covers = f"{area.body.name} couvre {place_of(area, commune)}{_limits(area)}"
    if decision.instead_of:
        return f"{covers} mais {_absent(decision.instead_of)} ; {decision.who.name} prend la suite."
    first = next((r for r in rejected if r.why is Why.AWAY and r.away), None)
    if first and first.away:
        return f"{first.area.body.name} {_absent(first.away)} ; {covers}."
    twin = next((r for r in rejected if r.why is Why.LOAD), None)
    if twin:
        return f"{covers}, et {_compared(decision.who, twin.area.body, loads)}."
    return f"{covers}."


def _nobody(decision: Decision) -> str:
    away = next((r for r in decision.rejected if r.why is Why.AWAY and r.away), None)
    if away and away.away:
        return (
            f"{away.area.body.name} {_absent(away.away)} et personne d’autre ne couvre cette "
            "commune, la coordination répond."
        )
    return "aucun facilitateur ne couvre encore cette commune, la coordination répond."


def why_not(rejected: Rejected, chosen: Decision, commune: CommuneCard, loads: Loads) -> str:
    """Why another body of the place does not answer, as a sentence without its subject."""
    area = rejected.area
    where = place_of(area, commune)
    simple = {
        Why.BUYER: f"couvre {where}, mais une zone est réservée à cet acheteur",
        Why.LEVEL: f"couvre {where}, et une zone plus proche passe avant",
        Why.SEGMENT: f"couvre {where} pour tous les segments, et une zone propre à celui-ci passe "
        "avant",
        Why.AGE: f"couvre aussi {where}, depuis moins longtemps",
        Why.OTHER_SEGMENT: f"couvre {where} seulement pour : {labels(area.segments)}",
        Why.OTHER_BUYER: f"couvre {where} pour un autre acheteur seulement",
    }
    if rejected.why in simple:
        return simple[rejected.why]
    if rejected.why is Why.LOAD and chosen.who:
        return f"couvre aussi {where}, mais {_compared(area.body, chosen.who, loads)}"
    return f"couvre {where}, mais {_absent(rejected.away)}" if rejected.away else f"couvre {where}"


def _absent(away: Away) -> str:
    when = f"depuis le {day(away.since)}" if away.until is None else span(away.since, away.until)
    return f"est en absence {when}"


def _compared(one: Responsible, other: Responsible, loads: Loads) -> str:
    mine, theirs = loads.get(one.id, 0), loads.get(other.id, 0)
    much = "davantage" if mine > theirs else "moins"
    return f"suit {much} d’achats en cours que {other.name} ({mine} contre {theirs})"


def _limits(area: Area) -> str:
    said = ""
    if area.segments:
        said += f" pour : {labels(area.segments)}"
    return said + (" pour cet acheteur" if area.buyer_id is not None else "")
