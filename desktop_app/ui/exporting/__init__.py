"""Takes figures, tables and whole ledgers out of the window into files."""
