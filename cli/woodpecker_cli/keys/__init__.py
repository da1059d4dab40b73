"""Keys: where they are, which kind they are, and the profiles for several agencies."""
