"""How generated/ and spec/dist/ are made from spec/openapi.yaml. Nothing in here ships."""
