"""Contracts written in the national format: JSON that the official schema accepts, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from perenne.kit.decp.items import Kind
from perenne.kit.decp.schema import SCHEMA, Fault, faults_in


class Unpublishable(ValueError):  # noqa: N818 - an answer, not an error
    """What was about to be written is not what the schema wants: its text says where."""


@cache
def official() -> Draft7Validator:
    return Draft7Validator(dict(SCHEMA))


def faults_of(contract: Mapping[str, Any], kind: Kind = Kind.CONTRACT) -> tuple[Fault, ...]:
    """What keeps a contract from being published, in French."""
    return tuple(faults_in(contract, kind))


def written(
    contracts: Sequence[Mapping[str, Any]], concessions: Sequence[Mapping[str, Any]] = ()
) -> bytes:
    """The file, in UTF-8. Unpublishable when the official schema refuses anything of it."""
    lists: dict[str, Iterable[Mapping[str, Any]]] = {Kind.CONTRACT.value: list(contracts)}
    if concessions:
        lists[Kind.CONCESSION.value] = list(concessions)
    whole = {"marches": lists}
    refused = next(official().iter_errors(whole), None)
    if refused is not None:
        where = ".".join(str(step) for step in refused.absolute_path)
        raise Unpublishable(f"{where}: {refused.message[:300]}")
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()
