"""Posts: head noun, modifiers, the chain of units, whom each is for, and who holds it on a day."""
