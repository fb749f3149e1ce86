"""The chapters, in their order: the texts of the coordination, and what the rules add to them.

A text that is not published leaves its chapter to the rules alone, or leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from perenne.domain.library.queries import Block, Kind, TextCard, published
from perenne.rules.eligibility import PUBLICS
from perenne.rules.french import in_full
from perenne.rules.hirings import MODALITIES
from perenne.rules.law import Confidence
from perenne.rules.legal_bases import CLAUSE_LIMITS, LEGAL_BASES
from perenne.rules.penalties import STEPS, WAIVERS
from perenne.rules.segments import SEGMENTS
from perenne.rules.texts import CLIMATE_LAW, EU_THRESHOLDS
from perenne.rules.thresholds import EXCEPTION_GROUNDS
from perenne.rules.thresholds.amounts import STATE_PURCHASES
from perenne.web.site.booklet.blocks import parts_of, printed_block
from perenne.web.site.booklet.making import edition_of
from perenne.web.site.booklet.parts import (
    Part,
    card,
    cards,
    chapter,
    figures,
    heading,
    in_french,
    listing,
    note,
    paragraph,
    table,
)
from perenne.web.site.brochure.drawings import calendar, duty_questions, life, shared_month
from perenne.web.site.brochure.sizing import sizing

TITLE = "Les clés pour réussir vos achats socialement responsables"
SUBTITLE = "La clause sociale d’insertion, de l’avant-projet au bilan"
CITED = (EXCEPTION_GROUNDS, CLAUSE_LIMITS, PUBLICS, MODALITIES, STEPS, WAIVERS)
NO_PART: tuple[Part, ...] = ()


class Texts:
    """The pages that are published, by their slug; `used` are those that were asked for."""

    def __init__(self, cards_: Iterable[TextCard], *, on: date) -> None:
        self.by_slug = {it.slug: it for it in cards_ if it.kind is Kind.PAGE}
        self.used: list[TextCard] = []
        self.on = on

    def chapter(
        self, slug: str, title: str, lede: str = "", *, after: Iterable[Part] = NO_PART
    ) -> list[Part]:  # fmt: skip
        """Under this title, what the text says, then `after`; nothing when neither is there."""
        found, parts = self.by_slug.get(slug), list(after)
        if found is not None:
            self.used.append(found)
            lede = lede or found.said.summary
            parts = [*parts_of(found, on=self.on), *parts]
        return [chapter(title, lede, parts)] if parts else []


def brochure_facts(*, on: date) -> tuple[Mapping[str, Any], date]:
    """What the brochure says on that day, and the day from which it says so. Three queries."""
    texts = Texts(published(), on=on)
    told = [*_before(texts), *_writing(texts), *_people(texts), *_after(texts)]
    since = max(day for day in STATE_PURCHASES.values if day <= on)
    valid = max([since, *(it.said.checked_on for it in texts.used if it.said.checked_on <= on)])
    facts = {
        "title": TITLE,
        "subtitle": SUBTITLE,
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "carried": f"Comité porté par {settings.CARRIER}",
        "dated": f"Valable au {in_full(valid)}",
        "address": f"{settings.ADDRESS}{reverse('site:brochure')}",
        "highlights": figures(
            (len(LEGAL_BASES), "possibilités"),
            (len(SEGMENTS), "segments d’achats"),
            (len(MODALITIES), "modalités d’embauche"),
            (len(PUBLICS), "publics éligibles"),
        )["figures"],
        "chapters": told,
    }
    return in_french(facts | {"edition": edition_of(facts)}), valid


def _before(texts: Texts) -> list[Part]:
    return [
        *texts.chapter("cles", "L’essentiel"),
        *texts.chapter("pourquoi", "Pourquoi une clause sociale"),
        *texts.chapter(
            "acheteurs",
            "Un appui gratuit, du projet au bilan",
            after=[heading("La vie d’une clause"), life()],
        ),
        *texts.chapter(
            "obligation",
            "L’obligation légale depuis août 2026",
            after=[heading("Cinq questions pour savoir"), duty_questions()],
        ),
        *texts.chapter("cinq-possibilites", "Les cinq possibilités de la commande publique"),
    ]


def _writing(texts: Texts) -> list[Part]:
    return [
        *texts.chapter("preparer", "Ce qu’il faut déterminer au préalable"),
        sizing(),
        *texts.chapter("segments-achats", "Dans quels achats mettre une clause ?"),
        chapter(
            "Ce qu’une clause ne doit pas contenir",
            "Ce qui l’expose, pourquoi, et ce qu’il faut écrire à la place.",
            [
                table(
                    CLAUSE_LIMITS.meaning,
                    (1, 1.5, 1.5),
                    ("À éviter", "Pourquoi", "Écrivez plutôt"),
                    [(it.label, it.reason, it.instead) for it in CLAUSE_LIMITS],
                )
            ],
        ),
    ]


def _people(texts: Texts) -> list[Part]:
    return [
        *texts.chapter(
            "publics-eligibles",
            "Les publics éligibles",
            after=printed_block(Block.PUBLICS, texts.on),
        ),
        *texts.chapter(
            "modalites-embauche",
            "Les modalités d’embauche",
            "Ce que lit l’entreprise qui répond : toutes les façons de réaliser les heures.",
        ),
        *texts.chapter(
            "globalisation",
            "La globalisation des heures",
            "Plusieurs marchés, une seule personne, un contrat plus long.",
            after=[heading("Le même mois, dessiné"), shared_month()],
        ),
    ]


def _after(texts: Texts) -> list[Part]:
    on = texts.on
    return [
        chapter(
            "Suivre : qui fait quoi, et quand",
            "Les délais du code et des CCAG, et ceux que le comité tient d’usage.",
            [
                paragraph(
                    "Le titulaire déclare les heures, le facilitateur les vérifie, l’acheteur "
                    "reçoit les bilans et décide. Un délai qui finit un jour férié ou chômé va "
                    "au jour ouvré suivant."
                ),
                calendar(on),
            ],
        ),
        *texts.chapter(
            "heures-non-realisees",
            "Si les heures ne sont pas faites",
            "Les étapes, ce qui allège ou lève une pénalité, et qui décide.",
        ),
        chapter(
            "Qui appeler",
            "Le conseil est gratuit, avant comme après la consultation.",
            [
                *printed_block(Block.CONTACT, on),
                *printed_block(Block.FACILITATORS, on),
                note(
                    "Donnez la commune où le marché s’exécute : le nom de celui qui la couvre "
                    f"s’affiche sur {settings.ADDRESS}{reverse('coverage:find')}",
                    label="Trouver votre facilitateur",
                ),
            ],
        ),
        _sources(),
    ]


def _sources() -> Part:
    cited = {it for row in LEGAL_BASES for it in (*row.of_contracts, *row.of_concessions)}
    cited |= {row.source for table_ in CITED for row in table_} | {CLIMATE_LAW, EU_THRESHOLDS}
    by_text: dict[str, list[str]] = {}
    for source in sorted(cited, key=lambda it: (it.text, it.article)):
        by_text.setdefault(source.text, []).append(source.article.removeprefix("article "))
    return chapter(
        "Les textes, et ce que valent ces pages",
        "Relisez chaque article sur Légifrance le jour de la publication.",
        [
            listing(f"{text} : {', '.join(articles)}." for text, articles in by_text.items()),
            heading("Trois degrés de certitude"),
            cards(
                card(level.label[:1].upper() + level.label[1:], said)
                for level, said in (
                    (Confidence.SURE, "Un article, un seuil, un contrat publié : il est cité."),
                    (Confidence.LIKELY, "Le comité ou un autre acheteur l’écrit ; relisez-le."),
                    (Confidence.VARIES, "Un ordre de grandeur d’usage, qui se discute."),
                )
            ),
            paragraph(
                "Cette brochure aide à décider ; elle ne remplace ni la lecture du code, ni le "
                "conseil d’un juriste. Ses textes peuvent être repris en citant leur source et "
                "leur date."
            ),
        ],
    )
