"""How responses differ from the spec.

observer            what a client is given: `Agency(key, observe=Observer())`
report              the mismatches it found, without a value that was received
recorder            all responses that were seen
responses_seen      the responses of one operation with one status: headers, media types, whether there is a body
body_fields         the fields of their bodies
expected_responses  what the spec says of them, read once from the packaged OpenAPI document
expected_schema     one schema of it
constraints         what a schema asks beyond the type
headers             those that any response may carry
names               which of the received names may be printed
"""
