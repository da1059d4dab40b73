"""The API's contract as the mock reads it from the spec: operations, parameters, routes."""
