"""A knowledge graph of the OSCE, in which every fact has the sentence that it came from."""
