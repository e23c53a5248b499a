"""Takes a ledger out of Evenhand in forms that other programs read, and brings it back unaltered."""
