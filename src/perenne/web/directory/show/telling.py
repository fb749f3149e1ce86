"""The facts of a structure as its page says them, in French."""

from perenne.domain.directory.queries.structures import StructureCard
from perenne.domain.hirings.queries import ClausesDone
from perenne.domain.promises.queries import Free
from perenne.rules.french import typeset
from perenne.values import Hours
from perenne.web.directory.networks import network_label

SOON = "les trois mois qui viennent"


def told(card: StructureCard, done: ClausesDone) -> dict[str, str]:
    areas = ", ".join(area.label for area in card.areas)
    return {
        "seat_said": ", ".join(
            filter(None, [card.address, " ".join(filter(None, [card.postcode, card.commune]))])
        ),
        "areas_said": areas or "Autour de son siège",
        "modes_said": ", ".join(mode.label for mode in card.modes),
        "networks_said": ", ".join(map(network_label, card.networks)),
        "done_said": _done(done),
        "said_by": f"Dit par {card.source.label}, le {card.said_on:%d/%m/%Y}",
    }


def left(card: StructureCard, free: Free | None) -> dict[str, object]:
    """Each trade with what is not promised of it, and how that is counted."""
    by_trade = free.by_trade if free else {}
    return {"trades": [(it, by_trade.get(it.code)) for it in card.trades], "left_said": _left(free)}


def _left(free: Free | None) -> str:
    if free is None:
        return "Elle n’a pas dit combien d’heures elle peut faire."
    said = "« Heures par mois » : ce qu’elle dit pouvoir faire, pour tous ses clients."
    if not free.promises:
        return typeset(f"{said} Elle n’en a promis aucune à une clause pour {SOON}.")
    elsewhere = free.whole != sum(free.by_trade.values(), Hours(0))
    also = ", celles qu’elle a promises dans d’autres métiers retirées aussi" if elsewhere else ""
    return typeset(
        f"{said} « Encore libres » : ce qu’elle n’en a pas promis, en moyenne sur {SOON}. "
        f"Tous métiers ensemble, il lui reste {free.whole} par mois{also}."
    )


def _done(done: ClausesDone) -> str:
    plural = "s" if done.number > 1 else ""
    running = f", dont {done.running} en cours" if done.running else ""
    return f"{done.number} clause{plural}{running}"
