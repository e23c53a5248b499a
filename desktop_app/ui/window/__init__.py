"""The frame around the pages: sidebar, top bar, menus, status, and what they command."""
