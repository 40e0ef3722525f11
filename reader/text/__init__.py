"""Text from outside made safe for a terminal, and cut into blocks and tokens."""
