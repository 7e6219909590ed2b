"""From the bytes of a page to its stored text: characters repaired, what the page is, what each part is."""
