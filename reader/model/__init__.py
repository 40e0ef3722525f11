"""The values every other room speaks in; standard library only."""
