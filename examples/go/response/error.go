package response

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Kind is what went wrong: a kind of the README's table.
type Kind string

const (
	BadRequest         Kind = "bad_request"
	Unauthorized       Kind = "unauthorized"
	Forbidden          Kind = "forbidden"
	NotFound           Kind = "not_found"
	CompanyNotFound    Kind = "company_not_found" // also a NotFound
	Conflict           Kind = "conflict"
	CompanyInactive    Kind = "company_inactive" // also a Conflict
	RateLimited        Kind = "rate_limited"
	ServerError        Kind = "server_error"
	UnexpectedResponse Kind = "unexpected_response"
	APIError           Kind = "api_error"
)

func (k Kind) Error() string { return string(k) }

// Error is a response that is not a success. errors.Is(err, CompanyInactive) tells the kind.
type Error struct {
	Kind                Kind
	Status              int       // of the HTTP response
	Title, Detail, Code string    // empty if the body has none
	Timestamp           time.Time // zero if the body has none
	cause               error
}

func (e *Error) Error() string {
	text := fmt.Sprintf("%s (status %d)", e.Kind, e.Status)
	for _, part := range []string{e.Code, e.Title, e.Detail} {
		if part != "" {
			text += ": " + part
		}
	}
	if e.cause != nil {
		text += ": " + e.cause.Error()
	}
	return text
}

func (e *Error) Is(target error) bool {
	return target == e.Kind ||
		e.Kind == CompanyInactive && target == Conflict ||
		e.Kind == CompanyNotFound && target == NotFound
}

func (e *Error) Unwrap() error { return e.cause }

var byStatus = map[int]Kind{
	400: BadRequest, 401: Unauthorized, 403: Forbidden, 404: NotFound, 409: Conflict, 429: RateLimited,
}

// failureOf gives nil for a success.
func failureOf(status int, document []byte) *Error {
	failure, counts := readError(document)
	switch {
	case status >= 400:
		failure, counts = cmp.Or(failure, &Error{}), status
	case status >= 300:
		return &Error{Kind: UnexpectedResponse, Status: status}
	case failure == nil:
		return nil
	}
	failure.Kind, failure.Status = kindOf(counts, failure), status
	return failure
}

func kindOf(status int, failure *Error) Kind {
	switch {
	case status == 409 && failure.Code == "E_TOO_MANY_REQUESTS":
		return RateLimited
	case status == 404 && strings.EqualFold(failure.Detail, "Company not found"):
		return CompanyNotFound
	case status == 409 && strings.EqualFold(failure.Detail, "Company is inactive"):
		return CompanyInactive
	case status >= 500:
		return ServerError
	}
	return cmp.Or(byStatus[status], APIError)
}
