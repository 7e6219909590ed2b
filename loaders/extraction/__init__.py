"""The cascade from text to facts: each stage is one module, a pure function from frozen dataclasses to frozen dataclasses."""
