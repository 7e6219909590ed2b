"""Sentences as rules of events and statements read them: names, parties and quotations are items."""
