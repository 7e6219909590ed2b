"""Occasions that a verb says and no noun: visits, meetings, openings, hand-overs, appointments."""
