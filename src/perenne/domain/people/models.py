"""A person who signs in: an e-mail address, a name, a password."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Now

from perenne.kit.tenancy.models import Owned


class People(BaseUserManager["Person"]):
    """Django asks for a manager; it does no more than find by e-mail."""


class Person(Owned, AbstractBaseUser):
    email = models.EmailField(max_length=254)
    full_name = models.CharField(max_length=150)
    phone = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "committee", Lower("email"), name="person_email_is_one_whatever_the_case"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name
