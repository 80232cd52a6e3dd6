"""The user model: a name chosen by the person, and nothing that says who they are. No e-mail address is kept."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models

MOST_NAME_CHARACTERS = 60


class Users(BaseUserManager["User"]):
    """Make and find users."""

    def create_user(self, username: str, password: str | None = None) -> "User":
        """Make and store a user. Without a password nobody can sign in with one."""
        user = self.model(username=username)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who can sign in."""

    # A random id: numbers that count up would tell how many families came, and in what order.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(
        max_length=MOST_NAME_CHARACTERS,
        unique=True,
        validators=[
            RegexValidator(r"^[a-z0-9][a-z0-9._-]*\Z", "Use small letters, digits, dots, dashes and underscores.")
        ],
    )
    is_active = models.BooleanField(default=True)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return str(self.id)
