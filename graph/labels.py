"""Which words stand for a thing: of several names one, and of one name what can be understood alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

__all__ = ["best_form", "standing_alone"]

_BACK: Final = re.compile(
    r"\s+(?:(?:devoted|dedicated|related|relating)\s+to|about|against|at|between|by|concerning|for|from|in|into|of|on"
    r"|regarding|to|under|with)\s+(?:(?:all|both|one)\s+(?:of\s+)?)?(?:this|that|these|those|such(?!.*\bas\b))\s.*",
    re.IGNORECASE | re.DOTALL,
)


def best_form(forms: Iterable[str]) -> str:
    """The form of a name that stands for all: the most frequent, then the one with the most diacritics.

    >>> best_form(["Jan Kubis", "Ján Kubiš"])
    'Ján Kubiš'
    """
    counts = Counter(forms)
    return min(counts, key=lambda form: (-counts[form], sum(map(str.isascii, form)) - len(form), form))


def standing_alone(name: str) -> str:
    """An event's name without an end that only the text before it explains.

    >>> standing_alone("conference on these questions"), standing_alone("course in such fields as law")
    ('conference', 'course in such fields as law')
    """
    return _BACK.sub("", name)
