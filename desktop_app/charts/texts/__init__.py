"""The words of charts: what is said of values, from which sources, and what a person wrote instead."""
