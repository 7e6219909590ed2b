"""Where pages come from: files, folders, zip and tar archives, lines of JSON, each read within bounds."""
