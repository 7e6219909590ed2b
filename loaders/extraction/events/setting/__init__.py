"""When and where occasions take place."""
