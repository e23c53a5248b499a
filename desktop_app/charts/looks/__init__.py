"""How charts look: colours, sizes, and the face of their letters."""
