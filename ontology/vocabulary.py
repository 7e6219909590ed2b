"""The namespaces and how IRIs are made: the base stands here and nowhere else.

Every kind of thing has a prefix of its own, local names begin with a letter and hold no slash, so that Turtle
reads like prose and every writer stays fast.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

__all__ = ["BASE", "GRAPHS", "PREFIXES", "expand", "iri", "short_hash", "slug"]

BASE: Final = "https://w3id.org/osce-kg/"
OSCE: Final = BASE + "ontology#"
GRAPHS: Final = BASE + "graph/"

KINDS: Final = (
    *("state", "body", "mission", "organization", "place", "person", "post", "membership", "field"),
    *("concept", "scheme", "event", "participation", "attendance", "statement", "act", "release", "source"),
    *("mention", "evidence", "document", "label"),
)

PREFIXES: Final[dict[str, str]] = {
    "osce": OSCE,
    **{kind: f"{BASE}id/{kind}/" for kind in KINDS},
    "graph": GRAPHS,
    "release-graph": GRAPHS + "release/",
    "taxonomy-graph": GRAPHS + "taxonomy/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "wd": "http://www.wikidata.org/entity/",
    "geonames": "https://sws.geonames.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_LONGEST: Final = 80
_PLAIN: Final = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
        "ß": "ss", "ə": "a", "’": "", "'": "", "ʼ": "", "‘": "", "`": "",
    }
)  # fmt: skip
_CYRILLIC: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
        "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
        "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
        "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
    }
)  # fmt: skip


def short_hash(text: str, digits: int = 8) -> str:
    """The first hex digits of the SHA-256 of a text.

    >>> short_hash("osce")
    '6b4270b8'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def slug(text: str) -> str:
    """A local name for a text: lower case letters, digits and hyphens, a letter first, never empty.

    Letters of other scripts that have no Latin form here are replaced by a hash of the text, so that two
    names never fall together for want of an alphabet.

    >>> slug("Marc Perrin de Brichambaut"), slug("Ján Kubiš"), slug("12th Meeting"), slug("Эберхард Хайкен")
    ('marc-perrin-de-brichambaut', 'jan-kubis', 'n-12th-meeting', 'eberkhard-khaiken')
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_CYRILLIC)
    folded = unicodedata.normalize("NFKD", folded)
    folded = "".join(c for c in folded if not unicodedata.combining(c)).translate(_PLAIN)
    lost = any(c.isalnum() and not c.isascii() for c in folded)
    words = re.findall(r"[a-z0-9]+", folded)
    name = "-".join(words)
    if len(name) > _LONGEST:
        lost, name = True, name[:_LONGEST].rpartition("-")[0] or name[:_LONGEST]
    if lost or not name:
        name = f"{name}-{short_hash(text)}".lstrip("-")
    return name if name[0].isalpha() else f"n-{name}"


def iri(prefix: str, local: str) -> str:
    """The IRI of a local name under one of the bound prefixes; raises KeyError for an unknown prefix.

    >>> iri("state", "be")
    'https://w3id.org/osce-kg/id/state/be'
    """
    return PREFIXES[prefix] + local


def expand(name: str) -> str:
    """The IRI of a prefixed name such as `state:be`; raises KeyError for an unknown prefix.

    >>> expand("org:holds")
    'http://www.w3.org/ns/org#holds'
    """
    prefix, _, local = name.partition(":")
    return iri(prefix, local)
