"""`woodpecker doctor`: what keeps the command line from working, and what to do about it.

`check` is a result, `machine` looks at this machine, `server` makes a few reads, `advice` says what an error of the API
means, by the spec, and what can be done.
"""
