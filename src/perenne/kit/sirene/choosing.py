"""Which register this installation has."""

from functools import cache

from django.conf import settings

from perenne.kit.sirene.asking import HttpRegister
from perenne.kit.sirene.port import NothingKnown, Register


def register() -> Register:
    return _register_at(settings.SIRENE_ADDRESS, frozenset(settings.SIRENE_HOSTS))


@cache
def _register_at(address: str, hosts: frozenset[str]) -> Register:
    return HttpRegister(address, hosts=hosts) if address else NothingKnown()
