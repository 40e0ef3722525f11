"""Bytes from a source: HTTP, a file, a folder."""
