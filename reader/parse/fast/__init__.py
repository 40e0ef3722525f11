"""The fast lane: well-formed feeds in XML."""
