"""Everything that the reader knows of one language: a folder of tables for each, and what reads them."""
