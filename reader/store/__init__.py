"""The SQLite database; the one place with SQL."""
