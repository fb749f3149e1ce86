"""The facts of a structure as its page says them, in French."""

from perenne.domain.directory.queries.structures import StructureCard
from perenne.domain.hirings.queries import ClausesDone
from perenne.web.directory.networks import network_label


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


def _done(done: ClausesDone) -> str:
    plural = "s" if done.number > 1 else ""
    running = f", dont {done.running} en cours" if done.running else ""
    return f"{done.number} clause{plural}{running}"
