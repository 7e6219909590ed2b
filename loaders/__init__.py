"""From the bytes of a page to what that one source says; knows no store and mints no identifiers."""
