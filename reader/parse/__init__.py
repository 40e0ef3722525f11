"""Bytes to values: feeds, text files, saved pages."""
