"""What the sentences name: by the tables of reference, and by the form of names that no table has."""
