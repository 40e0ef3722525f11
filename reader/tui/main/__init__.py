"""The main screen, in parts: each knows those it stands on, and tells those above by what it was given to call."""
