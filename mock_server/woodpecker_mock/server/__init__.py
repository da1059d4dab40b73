"""The mock as a server: the ASGI app, uvicorn around it, and the options of the command."""
