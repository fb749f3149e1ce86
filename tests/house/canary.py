"""A person who is everywhere: a token of their own in every personal column that leads to them."""

from __future__ import annotations

import re
from itertools import count

from django.contrib.auth import get_user_model
from django.db import connection, models

from perenne.kit.privacy import Gone, tables
from perenne.kit.privacy.reaching import models_that_reach_a_person
from perenne.kit.privacy.register import table_of
from perenne.kit.privacy.subjects import subject_of

MARK = "zqcanari"
EVERYWHERE = {"django_session"}  # what it holds is signed: planting in it would close the session
WRITTEN_BY_THE_ERASURE = {"rights_erasure"}
ADDRESS = "2001:db8:cafe::{:x}"
UNIQUE_TO_ITSELF = {"kind", "state", "type", "provider", "act"}
"""Columns whose values the models close."""


class Canary:
    """Plants tokens, and remembers each of them."""

    def __init__(self, person_id: int) -> None:
        self.person_id = person_id
        self.tokens: dict[str, str] = {}
        """« table.column » → its token."""
        self._number = count(1)

    def fill(self) -> None:
        """A row in every table that leads to them, then a token in every column that will go."""
        for model in models_that_reach_a_person():
            if model._meta.db_table in WRITTEN_BY_THE_ERASURE:
                continue
            if not table_of(model).rows_of(subject_of(self.person_id)).exists():
                self._make(model)
        subject = subject_of(self.person_id)
        for table in tables():
            rows = [row.pk for row in table.rows_of(subject)]
            for name, personal in table.personal.items():
                if personal.gone is not Gone.KEPT and rows and table.name not in EVERYWHERE:
                    self._plant(table.model, name, rows)

    def bare(self) -> list[str]:
        """Columns that will go, can hold a text, and hold no token: the canary was not there."""
        return [
            f"{table.name}.{name}"
            for table in tables()
            if not table.is_read_through and table.name not in EVERYWHERE | WRITTEN_BY_THE_ERASURE
            for name, personal in table.personal.items()
            if personal.gone is not Gone.KEPT
            and self._token(table.model._meta.get_field(name))
            and f"{table.name}.{name}" not in self.tokens
        ]

    def _make(self, model: type[models.Model]) -> models.Model:
        """One row, by what its columns ask; those that lead to a person lead to this one."""
        values = {}
        for field in model._meta.local_concrete_fields:
            if field.name == "committee" or field.has_default() or field.auto_created:
                continue
            if field.db_default is not models.NOT_PROVIDED:
                continue
            if not field.null or self._leads_here(field):
                values[field.name] = self._value_for(field)
        try:
            return model._base_manager.create(**values)
        except Exception as refused:
            raise AssertionError(
                f"the canary cannot sit in {model._meta.db_table}: {refused}. Make the row that "
                "its constraints want in tests/house/test_canary.py, before `fill`"
            ) from refused

    def _leads_here(self, field: models.Field) -> bool:
        return isinstance(field, models.ForeignKey) and (
            field.related_model is get_user_model()
            or field.related_model in models_that_reach_a_person()
        )

    def _value_for(self, field: models.Field) -> object:
        if isinstance(field, models.ForeignKey):
            if field.related_model is get_user_model():
                return get_user_model().objects.get(pk=self.person_id)
            table = table_of(field.related_model)
            rows = table.rows_of(subject_of(self.person_id)) if table else None
            found = rows.first() if rows is not None else field.related_model._base_manager.first()
            return found or self._make(field.related_model)
        if field.choices:
            return field.choices[0][0]
        return self._of_type(field)

    def _of_type(self, field: models.Field) -> object:
        kind = field.get_internal_type()
        if kind in {"DateTimeField", "DateField"}:
            return "2026-11-20T10:00:00Z" if kind == "DateTimeField" else "2026-11-20"
        if kind == "JSONField":
            return {}
        if kind == "BooleanField":
            return True
        if kind == "GenericIPAddressField":
            return ADDRESS.format(next(self._number))
        if "Integer" in kind:
            return next(self._number)
        return f"v{next(self._number)}"

    def _plant(self, model: type[models.Model], name: str, rows: list[object]) -> None:
        field = model._meta.get_field(name)
        token = self._token(field)
        if token is None:
            return
        there = str(model._base_manager.filter(pk=rows[0]).values_list(name, flat=True).first())
        if MARK in there:  # they are there already, by what they did
            said = re.search(rf"{MARK}[\w.@-]*", there)
            self.tokens[f"{model._meta.db_table}.{name}"] = said.group()
            return
        value = {"said": token} if field.get_internal_type() == "JSONField" else token
        for pk in rows[:1]:  # one is enough, and a column may be unique
            with connection.cursor() as cursor:
                cursor.execute(
                    f'UPDATE {model._meta.db_table} SET "{field.column}" = %s'
                    f' WHERE "{model._meta.pk.column}" = %s',
                    [field.get_db_prep_save(value, connection), str(pk)],
                )
        self.tokens[f"{model._meta.db_table}.{name}"] = token

    def _token(self, field: models.Field) -> str | None:
        kind, number = field.get_internal_type(), next(self._number)
        if kind == "GenericIPAddressField":
            return ADDRESS.format(number + 4096)
        if kind not in {"CharField", "TextField", "EmailField", "JSONField", "SlugField"}:
            return None
        if field.choices or field.name in UNIQUE_TO_ITSELF:
            return None
        at = "@exemple.test" if kind == "EmailField" or field.name == "email" else ""
        token = f"{MARK}{number:04}{at}"
        holds_it = field.max_length is None or field.max_length >= len(token)  # else it is a code
        return token if holds_it else None
