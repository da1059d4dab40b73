"""The documentation site: `python -m docs.site` builds it from the pages of docs/, the packages and the spec."""
