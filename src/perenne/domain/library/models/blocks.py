"""What a text may ask the site to put in it: a block taken from the rules, or a name.

`[[segments]]` alone on its line is a block; `[[porteur]]` inside a sentence is a word.
"""

from enum import StrEnum


class Block(StrEnum):
    POSSIBILITIES = "cinq-possibilites"
    SEGMENTS = "segments"
    THRESHOLDS = "seuils"
    EXCEPTIONS = "motifs"
    MODALITIES = "modalites"
    PUBLICS = "publics"
    PENALTY_STEPS = "etapes-penalite"
    WAIVERS = "exonerations"
    CONTACT = "contact"
    FACILITATORS = "facilitateurs"
    FIGURES = "chiffres"
    ACCESSIBILITY = "accessibilite"


class Word(StrEnum):
    CARRIER = "porteur"
    COMMITTEE = "comite"
