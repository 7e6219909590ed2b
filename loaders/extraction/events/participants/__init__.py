"""Who takes part in occasions, with what certainty, and how many."""
