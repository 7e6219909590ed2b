"""Who said what: the verbs of saying, the rules that find speakers, and the words as they stand."""
