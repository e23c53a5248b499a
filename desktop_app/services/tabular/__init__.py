"""Reads any table of figures, and says what every row would come to before anything is kept."""
