"""The texts that people agree to, each with its versions: a proof names the one it was given on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ConsentText:
    code: str
    version: int
    since: date
    text: str
    """The sentence beside the box."""
    effect: str
    """What its withdrawal does, said before and after."""


SENDING = (
    ConsentText(
        "sending",
        1,
        date(2026, 11, 20),
        "J’accepte que le comité utilise ces coordonnées pour répondre à mon envoi",
        "Votre numéro de téléphone est effacé, et personne ne vous appelle plus. Votre compte "
        "reste ouvert : pour le fermer aussi, demandez l’effacement.",
    ),
)
ENQUIRY = (
    ConsentText(
        "enquiry",
        1,
        date(2026, 11, 26),
        "J’accepte que le comité utilise ces coordonnées pour répondre à mon message",
        "Votre message, vos coordonnées et les fichiers joints sont effacés.",
    ),
)
TEXTS = {versions[-1].code: versions for versions in (SENDING, ENQUIRY)}


def consent_text(code: str, version: int | None = None) -> ConsentText:
    """That version, or the one in use."""
    versions = TEXTS[code]
    return versions[-1] if version is None else versions[version - 1]
