"""Codes in addresses: the INSEE code of a commune, the SIREN of an EPCI."""

from django.urls.converters import StringConverter


class InseeConverter(StringConverter):
    regex = r"[0-9][0-9AB][0-9]{3}"


class SirenConverter(StringConverter):
    regex = r"[0-9]{9}"
