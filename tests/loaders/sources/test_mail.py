"""A message is its subject and its text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from osce_kg.loaders.pipeline import read_paths
from osce_kg.loaders.sources.files import Refusal, SourceFile
from osce_kg.loaders.sources.mail import is_mail, read_mail
from osce_kg.ontology.facts import PageKind, SourceReading

HEAD = (
    "Received: from mx.example.org by example.org; Tue, 3 May 2011 10:00:01 +0200\n"
    "From: Harbour Press <press@example.org>\nTo: list@example.org\n"
    "Subject: Fwd: =?utf-8?q?OSCE_opens_boathouse_in_=C3=96hrid?=\nDate: Tue, 3 May 2011 10:00:00 +0200\n"
    "MIME-Version: 1.0\n"
)
TEXT = (
    "OHRID, 3 May 2011 =E2=80=93 The OSCE Mission to Skopje opened a boathouse in Ohrid=\n today. Forty "
    "boats fit "
    "into it.\n"
)
PLAIN = (
    f"{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{TEXT}"
)


def message(text: str) -> SourceFile | Refusal:
    return read_mail(SourceFile("bells.eml", text.encode()))


def test_the_subject_is_the_title_and_the_text_is_decoded() -> None:
    page = message(PLAIN)
    assert isinstance(page, SourceFile)
    assert (page.title, page.date) == ("OSCE opens boathouse in Öhrid", date(2011, 5, 3))
    lines = page.data.decode().splitlines()
    assert lines[0] == "OSCE opens boathouse in Öhrid"
    assert lines[2].startswith(
        "OHRID, 3 May 2011 – The OSCE Mission to Skopje opened a boathouse in Ohrid today."
    )


def test_a_message_is_read_as_a_release(tmp_path: Path) -> None:
    (tmp_path / "bells.eml").write_bytes(PLAIN.replace("\n", "\r\n").encode())
    (reading,) = read_paths([tmp_path])
    assert isinstance(reading, SourceReading)
    assert reading.kind is PageKind.RELEASE
    assert reading.releases[0].title == "OSCE opens boathouse in Öhrid"
    assert reading.releases[0].places[0].entity.name == "Ohrid"


def test_markup_is_read_where_there_is_no_plain_text() -> None:
    page = message(
        f"{HEAD}Content-Type: text/html; charset=utf-8\n\n<html><p>OHRID, 3 May 2011 - Bells.</p></html>"
    )
    assert isinstance(page, SourceFile)
    assert page.data.startswith(b"<html>")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{HEAD}Content-Type: image/png\n\nAAAA", "without text"),
        (f"{HEAD}Content-Type: text/plain; charset=no-such\n\nBells", "cannot be read"),
        (f"{HEAD}\n  \n", "without text"),
    ],
)
def test_a_message_that_has_no_text_is_refused_in_a_line(text: str, reason: str) -> None:
    page = message(text)
    assert isinstance(page, Refusal)
    assert reason in page.reason


@pytest.mark.parametrize(
    "text",
    [
        "Date: 3 May 2011\nPlace: Ohrid\nSource: OSCE Mission\n\nBells ring.",
        "From: the lake\nTo: the sea\n\nA song.",
        "From: a\nSubject: b\nDate: c\nThe bells ring on a line that is no field.\n",
        "",
    ],
)
def test_what_is_no_message_is_none(text: str) -> None:
    assert not is_mail(text.encode())
