"""The use cases, as plain functions; the only place where rooms meet."""
