"""The analysts' questions: one .rq file each, and the library that reads them."""
