"""What a room sees: one chart on a screen of its own."""
