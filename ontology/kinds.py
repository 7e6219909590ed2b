"""The closed lists of kinds, roles and states that facts have; the values are the notations of osce.ttl."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActKind",
    "EntityKind",
    "EventKind",
    "Manner",
    "PageKind",
    "Role",
    "Status",
    "TermStatus",
]


class EntityKind(StrEnum):
    """What kind of thing an entity is; the value is the kind's prefix in IRIs and in the gold format."""

    STATE = "state"
    BODY = "body"
    FIELD_OPERATION = "field-operation"
    ORGANIZATION = "organization"
    PLACE = "place"
    PERSON = "person"
    EVENT = "event"
    DOCUMENT = "document"
    FIELD = "field"


class EventKind(StrEnum):
    """The kinds of occasion that releases report."""

    SUMMIT = "summit"
    MINISTERIAL_COUNCIL = "ministerial council"
    REVIEW_CONFERENCE = "review conference"
    CONFERENCE = "conference"
    MEETING = "meeting"
    ROUND_TABLE = "round table"
    SEMINAR = "seminar"
    TRAINING = "training"
    VISIT = "visit"
    LAUNCH = "launch"
    CEREMONY = "ceremony"
    CAMPAIGN = "campaign"
    ELECTION = "election"
    ELECTION_OBSERVATION = "election observation"
    APPOINTMENT = "appointment"
    STATEMENT = "statement"
    PUBLICATION = "publication"
    EXERCISE = "exercise"
    OTHER = "other"


class ActKind(StrEnum):
    """The kinds of deed that releases tell of; the value is the verb in the past."""

    APPOINTED = "appointed"
    TOOK_OVER = "took over"
    ENDED = "ended"
    VISITED = "visited"
    MET = "met"
    OPENED = "opened"
    LAUNCHED = "launched"
    SIGNED = "signed"
    AGREED = "agreed"
    CONDEMNED = "condemned"
    WELCOMED = "welcomed"
    CALLED_ON = "called on"
    OBSERVED = "observed"
    TRAINED = "trained"
    HANDED_OVER = "handed over"
    DONATED = "donated"


class Role(StrEnum):
    """How somebody takes part in an event."""

    ORGANIZER = "organizer"
    HOST = "host"
    SUPPORTER = "supporter"
    FUNDER = "funder"
    SPEAKER = "speaker"
    PARTICIPANT = "participant"


class Status(StrEnum):
    """Whether what a sentence speaks of took place.

    Acts may also be only possible ("may", "could") or urged ("should", "must"); they are not cancelled.
    """

    TOOK_PLACE = "took place"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    POSSIBLE = "possible"
    URGED = "urged"


class TermStatus(StrEnum):
    """Where a term in a post stands on the day of the release."""

    CURRENT = "current"
    FORMER = "former"
    INCOMING = "incoming"


class Manner(StrEnum):
    """How a statement is given."""

    DIRECT = "direct speech"
    REPORTED = "reported speech"
    WRITTEN = "written statement"


class PageKind(StrEnum):
    """What a page is (the layouts of osce.org pages)."""

    RELEASE = "release"
    LISTING = "listing"
    TAXONOMY = "taxonomy"
    OTHER_LANGUAGE = "release in another language"
    NO_RELEASE = "no release"
