"""People as names tell them, and the rules that join a name and a post."""
