"""Pictures as widgets of a window: mouse, keys, cursor and a voice."""
