"""How answers differ from the spec.

report      what is told: deviations, without a value
promises    what the spec says, read once from the OpenAPI document that the package brings along
promise     one schema of it
rules       what a schema asks beyond the type
tally       all answers that were seen
answers     the answers of one operation with one status: headers, media types, whether there is a body
places      what is in the bodies, place by place
headers     those that every answer may carry
names       which of the names that are received may be printed
"""
