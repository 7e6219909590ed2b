"""What the words mean: OWL ontology, SHACL shapes, curated reference facts, and the dataclasses that flow."""
