"""HTTP: the protocol, the peer of a connection, request bodies, parsing, and the form of error responses."""
