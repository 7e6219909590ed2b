"""What is seen: projections to NetworkX, layouts, and pictures that open with no network."""
