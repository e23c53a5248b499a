"""How the window looks: colours, sizes and icons, light and dark."""
