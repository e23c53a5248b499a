"""The charts, one builder each, and what they are built of: what is known becomes shapes and words."""
