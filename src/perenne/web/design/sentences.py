"""What a field says when it cannot take an answer: in French, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

SENTENCES: tuple[tuple[type[forms.Field], Mapping[str, str]], ...] = (
    (
        forms.Field,
        {
            "required": "Remplissez le champ «\u00a0{label}\u00a0».",
            "invalid": "Corrigez le champ «\u00a0{label}\u00a0»\u00a0:"
            " cette réponse n’est pas lisible.",
            "min_value": "Indiquez un nombre supérieur ou égal à %(limit_value)s.",
            "max_value": "Indiquez un nombre inférieur ou égal à %(limit_value)s.",
            "min_length": "Écrivez au moins %(limit_value)s caractères.",
            "max_length": "Raccourcissez ce texte\u00a0: %(show_value)s caractères,"
            " et %(limit_value)s au plus.",
            "null_characters_not_allowed": "Retirez les caractères invisibles de ce texte.",
        },
    ),
    (
        forms.EmailField,
        {
            "invalid": "Écrivez une adresse électronique complète,"
            " par exemple prenom.nom@ville.fr.",
        },
    ),
    (forms.URLField, {"invalid": "Écrivez l’adresse entière, par exemple https://ville.fr."}),
    (forms.IntegerField, {"invalid": "Écrivez un nombre entier, en chiffres."}),
    (forms.DecimalField, {"invalid": "Écrivez un nombre en chiffres, par exemple 1200.5."}),
    (
        forms.DateField,
        {
            "invalid": "Écrivez une date avec le jour, le mois et l’année, par exemple 27/03/2027.",
        },
    ),
    (forms.BooleanField, {"required": "Cochez la case «\u00a0{label}\u00a0» pour continuer."}),
    (
        forms.ChoiceField,
        {
            "required": "Choisissez une réponse pour «\u00a0{label}\u00a0».",
            "invalid_choice": "Choisissez une réponse de la liste.",
        },
    ),
    (
        forms.MultipleChoiceField,
        {
            "required": "Cochez au moins une réponse pour «\u00a0{label}\u00a0».",
            "invalid_list": "Cochez les réponses dans la liste de «\u00a0{label}\u00a0».",
        },
    ),
    (
        forms.FileField,
        {
            "required": "Choisissez un fichier pour «\u00a0{label}\u00a0».",
            "missing": "Choisissez de nouveau le fichier\u00a0: il n’a pas été reçu.",
            "empty": "Choisissez un autre fichier\u00a0: celui-ci est vide.",
            "invalid": "Choisissez de nouveau le fichier\u00a0: il n’a pas été reçu.",
            "max_length": "Donnez au fichier un nom plus court\u00a0: %(length)s caractères,"
            " et %(max)d au plus.",
        },
    ),
)


def speak_french(field: forms.Field, name: str, *, missing: str | None = None) -> None:
    """Replace the sentences that Django wrote; those that the author wrote stay.

    `missing` is the sentence for an empty answer, « Indiquez l’objet du marché. ».
    """
    written_by_django = _django_sentences(type(field))
    label = str(field.label or name.replace("_", " ").capitalize()).rstrip(" :?\u00a0\u202f")
    for code, sentence in _our_sentences(type(field)).items():
        current = field.error_messages.get(code)
        if current is None or current is written_by_django.get(code):
            field.error_messages[code] = sentence.replace("{label}", label)
    if missing:
        field.error_messages["required"] = missing


def _our_sentences(kind: type[forms.Field]) -> dict[str, str]:
    ours: dict[str, str] = {}
    for parent, sentences in SENTENCES:
        if issubclass(kind, parent):
            ours.update(sentences)
    return ours


def _django_sentences(kind: type[forms.Field]) -> dict[str, object]:
    """The default sentences of the fields that Django itself defines."""
    theirs: dict[str, object] = {}
    for parent in reversed(kind.__mro__):
        if parent.__module__.startswith("django."):
            theirs.update(vars(parent).get("default_error_messages", {}))
    return theirs
