"""Fuzzing of a real account: reads only, one request at a time, with ids that the account itself has listed.

What differs from the fuzzing of the mock is who sends. Schemathesis only makes queries and checks responses here; its
engine, which also tries undocumented methods, broken values and calls without the key, is never started. Every request
goes through `ReadOnlyTransport`, which knows the few that may be sent and refuses all others.

Read it in this order: `allowed` (which operations), `listed` (which ids), `read_only_transport` (what may be sent),
`schema` (which queries, and what is wrong with a response), `plan` (what is requested), `run` (sending, and when to
stop), `report`.
"""
