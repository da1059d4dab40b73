"""The canaries: recognisable secrets are planted, and no output of any kind may show one.

`canaries` plants them, `wire` is the network they go over, `calls` sends them, `search` looks for them.
"""
