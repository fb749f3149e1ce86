"""The papers of a kick-off, from the card of a commitment: the sheet, the agreement, all in one."""

from __future__ import annotations

import io
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.text import slugify

from perenne.domain.clauses.queries import CommitmentCard
from perenne.kit.refusals import NotFound
from perenne.rules.calibration import Scheme
from perenne.rules.kick_off import Carrier, Kickoff, Paper, company_sheet, convention
from perenne.rules.wording import Facilitator
from perenne.values import Siret
from perenne.web.tools.papers import pdf_of, word_of

README = """Dossier de démarrage : {object}

fiche-entreprise.pdf  Ce que l’entreprise doit savoir et faire ; à parcourir ensemble.
convention.docx       La convention entre acheteur, entreprise et facilitateur, à compléter.
convention.pdf        La même, prête à signer.

Établi le {day}. Le volume se lit à jour sur la plateforme.
"""


def kickoff_of(card: CommitmentCard, *, on: date) -> Kickoff:
    """NotFound while the contract is not notified: there is nothing to print."""
    target = card.target(on)
    facts, period = card.facts, target.period
    if facts.notified_on is None or facts.starts_on is None or period is None:
        raise NotFound(card.id)
    who = card.facilitator
    return Kickoff(
        contract=card.object,
        reference=card.reference,
        buyer=card.buyer,
        facilitator=Facilitator(who.name, who.organisation, who.email, who.phone),
        carriers=tuple(
            Carrier(node.party, str(Siret(node.siret)), node.role.label, node.carried)
            for node in card.whole.walk()
            if node.depth == 0 or node.carried
        ),
        hours=target.due,
        months=facts.months,
        notified_on=facts.notified_on,
        starts_on=facts.starts_on,
        ends_on=period.ends_on,
        monitoring=card.monitoring,
        publics=card.publics,
        globalisation=card.globalisation,
        penalty_per_hour=card.penalty_per_hour,
        scheme=facts.written if isinstance(facts.written, Scheme) else None,
    )


def sheet_of(card: CommitmentCard, *, on: date) -> Paper:
    return company_sheet(kickoff_of(card, on=on))


def convention_of(card: CommitmentCard, *, on: date) -> Paper:
    return convention(kickoff_of(card, on=on))


def pack_of(card: CommitmentCard, *, on: date, made_at: datetime) -> bytes:
    """The three files and what they are for, in one zip."""
    agreement = convention_of(card, on=on)
    files = {
        "lisez-moi.txt": README.format(object=card.object, day=f"{on:%d/%m/%Y}").encode(),
        "fiche-entreprise.pdf": pdf_of(sheet_of(card, on=on), made_at=made_at),
        "convention.docx": word_of(agreement, made_at=made_at),
        "convention.pdf": pdf_of(agreement, made_at=made_at),
    }
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, made_at.timetuple()[:6]), content, ZIP_DEFLATED)
    return packed.getvalue()


def named(card: CommitmentCard, stem: str, suffix: str) -> str:
    return f"{stem}-{slugify(card.object)[:50]}.{suffix}"
