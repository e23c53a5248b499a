"""The rules of the scheme: a dialog that lists and changes them, over whichever page asks for it."""
