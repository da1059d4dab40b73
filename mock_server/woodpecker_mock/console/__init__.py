"""What the mock serves beside the API: a page for people at `/`, and JSON below `/_mock`."""
