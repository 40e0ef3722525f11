"""Work off the event loop: each job makes one library call or runs one program, and says what came of it."""
