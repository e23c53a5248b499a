"""What is decided for a whole workspace."""
