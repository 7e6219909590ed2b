"""Reads a message as mail programs keep it (.eml): its subject is the title, its text the page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Final

from .found import Refusal, SourceFile

__all__ = ["is_mail", "read_mail"]

_FIELD: Final = re.compile(rb"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|$)")
_NEEDED: Final = ({b"from"}, {b"subject"}, {b"date", b"to", b"message-id", b"mime-version", b"received"})
_MOST_FIELDS: Final = 200
_LONGEST_HEADER: Final = 1 << 16
_FORWARDED: Final = re.compile(r"(?:(?:Fwd?|WG|TR)\s?:\s*)+", re.IGNORECASE)


def is_mail(data: bytes) -> bool:
    """Whether bytes begin with the header of a message: fields alone, among them who sends it and of what.

    >>> is_mail(b"From: a@example.org\\nTo: b@example.org\\nSubject: Bells\\n\\nThe bells ring.")
    True
    >>> is_mail(b"Date: 4 May 2011\\nSource: OSCE Mission\\n\\nThe bells ring.")
    False
    """
    names: set[bytes] = set()
    for line in data[:_LONGEST_HEADER].lstrip(b"\xef\xbb\xbf").splitlines()[:_MOST_FIELDS]:
        field = _FIELD.match(line)
        if field is not None:
            names.add(field["name"].lower())
        elif not line.strip():
            break
        elif not names or not line.startswith((b" ", b"\t")):
            return False
    return all(names & needed for needed in _NEEDED)


def read_mail(found: SourceFile) -> SourceFile | Refusal:
    """The page that a message holds: its plain text, else its markup; what is attached is not read."""
    message = message_from_bytes(found.data.lstrip(b"\xef\xbb\xbf"), policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what the policy makes
    try:
        body = message.get_body(("plain", "html"))
        said = body.get_content() if body is not None else ""
    except (LookupError, ValueError, AttributeError, KeyError) as error:
        return Refusal(found.location, f"it is a message whose text cannot be read: {error}")
    if not isinstance(said, str) or not said.strip():
        return Refusal(found.location, "it is a message without text")
    subject = _FORWARDED.sub("", " ".join(str(message["subject"] or "").split()), count=1)
    plain = body is not None and body.get_content_subtype() == "plain"
    text = f"{subject}\n\n{said}" if plain else said
    return replace(
        found,
        data=text.encode("utf-8", "replace"),
        title=found.title or subject or None,
        date=found.date or _day(message),
    )


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date()
    except (TypeError, ValueError, IndexError):
        return None
