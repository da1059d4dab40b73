"""The operations of the spec as commands: `woodpecker companies list`.

`spec` reads them, `fields` and `body` turn what the command line has into arguments, `command` and `groups` make the
commands, `call` and `all_companies` run them.
"""
