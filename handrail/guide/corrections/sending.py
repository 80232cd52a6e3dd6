"""Send a note to the host by mail, where the host has said to whom. Nothing is kept: a note that cannot go stays on the page.

Guests have no account, so what one process sends in an hour is bounded: a flood cannot fill the host's letter box.
"""

import time
from collections import deque

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from handrail.guide.corrections.note import Note

MOST_AN_HOUR = 60
_HOUR_SECONDS = 3_600.0
_sent_at: deque[float] = deque()


class NotSent(Exception):
    """The note could not be sent; its text is still the writer's."""


def address() -> str:
    """Give the host's address for notes; "" where there is none."""
    return str(settings.ENVIRONMENT.corrections_to)


def can_send() -> bool:
    """Say whether this site can send a note by itself: it has an address and a mail server."""
    return bool(settings.ENVIRONMENT.corrections_to and settings.ENVIRONMENT.mail_server)


def send(note: Note, text: str) -> None:
    """Send a note.

    Args:
        note: what was said; its page names the letter.
        text: the note as the writer saw it.

    Raises:
        NotSent: there is no mail server, it did not take the letter, or too many went in the last hour.
    """
    if not can_send() or not _is_within_the_hour(time.monotonic()):
        raise NotSent
    letter = EmailMessage(f"Is this wrong? {note.page or 'Handrail'}", text, settings.ENVIRONMENT.mail_from, [address()], connection=get_connection())
    try:
        letter.send()
    except OSError as problem:  # SMTP's own errors are OSErrors too
        raise NotSent from problem


def _is_within_the_hour(now: float) -> bool:
    while _sent_at and now - _sent_at[0] > _HOUR_SECONDS:
        _sent_at.popleft()
    if len(_sent_at) >= MOST_AN_HOUR:
        return False
    _sent_at.append(now)
    return True
