"""A whole picture, in any size and style, and what moves between two of them."""
