"""Everyone who can act or speak: people with their posts, posts alone, bodies, and what refers back."""
