"""What has changed since the last release, in the contract and in Python, and whether the versions say so."""
