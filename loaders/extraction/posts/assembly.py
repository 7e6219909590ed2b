"""Whether a release is the Parliamentary Assembly's: its "Secretary General" is then its own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from ..tables import words

__all__ = ["ASSEMBLY", "is_of_assembly"]

ASSEMBLY: Final = "pa"
_NAMES: Final = words("post_words", kind="names the Assembly")
_OTHERS: Final = words("post_words", kind="names the Secretary General")
_OPENING: Final = 500


def is_of_assembly(text: str, publishers: Collection[str]) -> bool:
    """Whether the Assembly publishes the release, or opens it where nobody is said to publish it.

    A release that speaks of the OSCE's Secretary General is none of the Assembly's unless it says so.

    >>> is_of_assembly("OSLO, 3 May - The OSCE Parliamentary Assembly's Bureau met today.", ())
    True
    >>> is_of_assembly("OSLO, 3 May - The OSCE Parliamentary Assembly's Bureau met today.", ("odihr",))
    False
    >>> is_of_assembly("OSLO, 3 May - The OSCE Secretary General spoke to the OSCE PA today.", ())
    False
    """
    if publishers:
        return ASSEMBLY in publishers
    opening = text[:_OPENING]
    return any(name in opening for name in _NAMES) and not any(other in text for other in _OTHERS)
