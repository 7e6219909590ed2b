"""What the names of archives and of their members say: and what is not taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .found import SOURCES, is_page_name
from .jsonl import is_jsonl

__all__ = ["LONGEST_NAME", "MemberName", "archive_kind", "is_archive", "member_name", "starts_as_archive"]

LONGEST_NAME: Final = 1_024
"""Characters of a member's path: as many as macOS takes, and a few times what anybody gives a page."""

_ARCHIVE: Final = re.compile(
    r"\.(?:(?P<zip>zip)|tar(?P<packing>\.gz|\.bz2|\.xz)?|(?P<short>tgz|tbz2?|txz))$", re.IGNORECASE
)
_SHORT: Final = {"tgz": ".gz", "tbz": ".bz2", "tbz2": ".bz2", "txz": ".xz"}
_PACKED: Final = re.compile(r"\.(?:gz|bz2|xz|zst|lz4|lzma|7z|rar|cab|iso|warc)$", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_MAGIC: Final = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf",
    b"Rar!\x1a",
)
_TAR_AT: Final = 257


@dataclass(frozen=True, slots=True)
class MemberName:
    """The name of a member, as far as it can be told from the name what is done with it.

    path     its path with "/" between the parts and without "." among them
    refusal  why it is not read
    passed   whether it is passed over without a word, as it would be in a folder
    """

    path: str
    refusal: str | None = None
    passed: bool = False

    @property
    def folder(self) -> str:
        """The folder that it lies in, "" for the archive itself."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Its name within its folder."""
        return self.path.rpartition("/")[2]

    @property
    def is_list(self) -> bool:
        """Whether it is a list of sources, which declares the addresses of its neighbours."""
        return self.name == SOURCES and self.refusal is None


def archive_kind(name: str) -> str | None:
    """How a file of this name is to be read: "zip", or "tar" and how that is packed; None for no archive.

    >>> archive_kind("a.zip"), archive_kind("a.tar"), archive_kind("a.tgz"), archive_kind("a.txt")
    ('zip', 'tar', 'tar.gz', None)
    """
    match = _ARCHIVE.search(name)
    if match is None:
        return None
    if match["zip"]:
        return "zip"
    return "tar" + ((match["packing"] or "").lower() or _SHORT.get((match["short"] or "").lower(), ""))


def is_archive(name: str) -> bool:
    """Whether a file of this name holds many pages."""
    return archive_kind(name) is not None


def member_name(name: str) -> MemberName:
    """What the name of a member says of it.

    >>> member_name("./folder/page.html")
    MemberName(path='folder/page.html', refusal=None, passed=False)
    >>> member_name("../page.html").refusal
    'its path climbs out of the archive'
    """
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    parts = [part for part in text.replace("\\", "/").split("/") if part not in {"", "."}]
    path = _CONTROL.sub("\ufffd", "/".join(parts))
    refusal = _refusal(text, parts)
    if refusal is not None:
        return MemberName(path if len(path) <= LONGEST_NAME else f"{path[:100]}...", refusal)
    hidden = any(part.startswith(".") for part in parts)
    if hidden or parts[-1] == SOURCES or not is_page_name(parts[-1]):
        return MemberName(path, passed=True)
    if is_archive(path) or is_jsonl(path) or _PACKED.search(path):
        return MemberName(path, "it is packed once more, within an archive: unpack the outer one first")
    return MemberName(path)


def _refusal(text: str, parts: list[str]) -> str | None:
    if len(text) > LONGEST_NAME:
        return f"its path has more than {LONGEST_NAME:,} characters"
    if text.startswith(("/", "\\")) or _DRIVE.match(text):
        return "its path is absolute, and leads out of the archive"
    if ".." in parts:
        return "its path climbs out of the archive"
    if _CONTROL.search(text):
        return "its path has control characters"
    return None if parts else "it has no name"


def starts_as_archive(data: bytes) -> bool:
    """Whether bytes are those of an archive or a packed file, whatever its name.

    >>> starts_as_archive(b"PK\\x03\\x04..."), starts_as_archive(b"<html>")
    (True, False)
    """
    return data.startswith(_MAGIC) or data[_TAR_AT : _TAR_AT + 5] == b"ustar"
