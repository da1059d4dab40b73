"""The Woodpecker.co API as an MCP server: what the spec describes, as tools for a language model.

Reading order: `contract` (the spec, and what of it becomes a tool), `connection` (how a call is sent), `answers` (what
the model gets to see of a response or an error), `server` (all of it together), `__main__` (the command).
"""
