"""Fuzzing of a real account: reads only, one request at a time, with ids that the account itself has listed.

What differs from the fuzzing of the mock is who sends. Schemathesis only makes queries and judges answers here; its
engine, which also tries undocumented methods, broken values and calls without the key, is never started. Every request
goes through `Guard`, which knows the few that may be sent and refuses all others.

Read it in this order: `allowed` (which operations), `listed` (which ids), `guard` (what may pass), `queries` and `plan`
(what is asked), `judge` (what is said about an answer), `run` (asking, and when to stop), `report`.
"""
