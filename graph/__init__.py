"""Where the facts are kept: identifiers, snapshots, exports and validation."""
