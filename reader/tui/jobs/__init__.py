"""Work off the event loop that is more than one call of the library: several for one answer, or another program."""
