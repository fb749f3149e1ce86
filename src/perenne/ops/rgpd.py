"""The register and the impact assessment, as documents, from the classifications of the code."""

from collections.abc import Iterable

from perenne.domain.rights.queries import ProcessingCard, register
from perenne.kit.privacy.classes import Gone

RISKS = (
    (
        "Accès illégitime",
        "Une personne voit les données d’un autre organisme, ou d’un autre comité.",
        "Cloisons tenues par PostgreSQL, droits dits une fois par acte, matrice des adresses "
        "essayée pour dix identités, 404 pour ce qui n’est pas à soi.",
    ),
    (
        "Modification non désirée",
        "Une décision ou une heure est changée après coup.",
        "Journal en écriture seule, contraintes dans la base, rôle d’application qui ne possède "
        "aucune table.",
    ),
    (
        "Disparition",
        "Une panne ou une erreur fait perdre des dossiers.",
        "Une transaction par acte, sauvegardes restaurées à l’essai, effacements rejoués ensuite.",
    ),
)


def register_document() -> str:
    """`docs/rgpd/registre.md`."""
    parts = ["# Registre des traitements", "", "RGPD, article 30. Un traitement, un chapitre.", ""]
    for entry in register():
        parts += [f"## {entry.title}", "", *_facts(entry), "", *_fields(entry), ""]
    return "\n".join(parts)


def impact_assessment() -> str:
    """`docs/rgpd/aipd.md`: the outline of the CNIL, filled in where the code knows."""
    entries = register()
    return "\n".join(
        [
            "# Analyse d’impact (AIPD)",
            "",
            "Trame de la méthode de la CNIL. Ce que le code sait est rempli ; ce que le "
            "responsable de traitement et son délégué décident est marqué **À compléter**.",
            "",
            "## 1. Contexte",
            "",
            "L’accompagnement social figure sur la liste de la CNIL des traitements qui exigent "
            "une analyse : celle-ci est à valider avant l’ouverture.",
            "",
            *_processings(entries),
            "",
            "## 2. Principes fondamentaux",
            "",
            *_principles(entries),
            "",
            "## 3. Données à protéger en premier",
            "",
            *_sensitive(entries),
            "",
            "## 4. Risques",
            "",
            "| Risque | Ce qui arriverait | Mesures en place | Gravité, vraisemblance |",
            "|---|---|---|---|",
            *(f"| {name} | {fear} | {answer} | **À compléter** |" for name, fear, answer in RISKS),
            "",
            "## 5. Validation",
            "",
            "- Avis du délégué à la protection des données : **À compléter**",
            "- Avis des personnes concernées ou de leurs représentants : **À compléter**",
            "- Décision du responsable de traitement, date : **À compléter**",
            "",
        ]
    )


def _facts(entry: ProcessingCard) -> list[str]:
    return [
        f"- **Pourquoi** : {entry.purpose}",
        f"- **Base légale** : {entry.basis}",
        f"- **De qui** : {entry.people}",
        f"- **Catégories** : {', '.join(entry.categories)}",
        f"- **Destinataires** : {' ; '.join(entry.recipients)}",
        f"- **Conservation** : {' – '.join(entry.keeps)}",
        f"- **Sécurité** : {' ; '.join(entry.security) or 'celle de toute la plateforme'}",
    ]


def _fields(entry: ProcessingCard) -> Iterable[str]:
    yield "| Table | Colonne | Donnée | Catégorie | À l’effacement |"
    yield "|---|---|---|---|---|"
    for one in entry.fields:
        after = f"gardé : {one.why_kept}" if one.gone is Gone.KEPT else one.gone.label
        yield (f"| `{one.table}` | `{one.column}` | {one.label} | {one.category.label} | {after} |")


def _processings(entries: list[ProcessingCard]) -> Iterable[str]:
    yield "| Traitement | Pourquoi | De qui | Destinataires |"
    yield "|---|---|---|---|"
    for entry in entries:
        told = " ; ".join(entry.recipients)
        yield f"| {entry.title} | {entry.purpose} | {entry.people} | {told} |"


def _principles(entries: list[ProcessingCard]) -> Iterable[str]:
    yield "| Traitement | Base légale | Conservation |"
    yield "|---|---|---|"
    for entry in entries:
        yield f"| {entry.title} | {entry.basis} | {' – '.join(entry.keeps)} |"
    yield ""
    yield (
        "Droits : accès, rectification, effacement, limitation, opposition, portabilité et retrait "
        "s’exercent en ligne, avec ou sans compte ; chaque demande a son délai."
    )


def _sensitive(entries: list[ProcessingCard]) -> Iterable[str]:
    yield "| Traitement | Colonne | Donnée | Catégorie | À l’effacement |"
    yield "|---|---|---|---|---|"
    for entry in entries:
        for one in entry.sensitive:
            place = f"`{one.table}.{one.column}`"
            told = f"{one.label} | {one.category.label} | {one.gone.label}"
            yield f"| {entry.title} | {place} | {told} |"
