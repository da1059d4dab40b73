"""The spec as a product: what `spec/` holds for users, with a Postman collection, as a zip and as an npm package."""
