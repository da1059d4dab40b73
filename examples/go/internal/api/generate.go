// Package api is the client that is generated from the contract.
package api

//go:generate go tool oapi-codegen -config oapi-codegen.yaml ../../../../spec/dist/openapi-3.0.json
