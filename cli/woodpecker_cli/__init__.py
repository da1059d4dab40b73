"""The command line `woodpecker`.

A command's function only reads its options; what it returns is run afterwards (`__main__`), so that the commands'
modules import neither the client nor rich, and `woodpecker --help` stays quick.
"""
