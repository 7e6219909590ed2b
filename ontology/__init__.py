"""What the words mean: the OWL ontology, the SHACL shapes, the curated reference facts, and the dataclasses that flow."""
