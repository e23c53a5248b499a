"""Where everything of a picture stands: places, axes, and words that keep clear of each other."""
