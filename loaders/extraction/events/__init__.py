"""The occasions that a release reports or announces: what, when, where, who organizes them and takes part."""
