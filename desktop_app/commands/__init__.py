"""What `evenhand` does in a terminal: the same services as the window, without one."""
