// Package response reads what the API returns into values or errors, as spec/conformance/README.md says.
package response

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
)

// Nothing is the result of an operation without a body.
type Nothing struct{}

// Read takes what a method of the generated client returns, as in Read[api.Me](client.GetMe(ctx, nil)). The error is an
// *Error unless no response came.
//
// The generated ClientWithResponses would not do: it reads a body only under the very status that the contract names,
// and lets an error inside a success, or a missing key, pass as a value full of zeros.
func Read[T any](response *http.Response, err error) (T, error) {
	var content, none T
	if err != nil {
		return none, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return none, err
	}
	document := jsonOf(response.Header.Get("Content-Type"), body)
	if failure := failureOf(response.StatusCode, document); failure != nil {
		return none, failure
	}
	shape := reflect.TypeFor[T]()
	emptyList := response.StatusCode == http.StatusNoContent && len(body) == 0 && shape.Kind() == reflect.Slice
	if emptyList || shape == reflect.TypeFor[Nothing]() {
		return none, nil
	}
	if err := decode(document, &content, shape); err != nil {
		return none, &Error{Kind: UnexpectedResponse, Status: response.StatusCode, cause: err}
	}
	return content, nil
}

// jsonOf is the body without a byte order mark, or nothing if its type says that it is not JSON.
func jsonOf(mediaType string, body []byte) []byte {
	if mediaType != "" && !strings.Contains(strings.ToLower(mediaType), "json") {
		return nil
	}
	return bytes.TrimPrefix(body, []byte("\ufeff"))
}

func decode(document []byte, content any, shape reflect.Type) error {
	if len(document) == 0 {
		return errors.New("no JSON")
	}
	if err := json.Unmarshal(document, content); err != nil {
		return err
	}
	var value any
	if err := json.Unmarshal(document, &value); err != nil {
		return err
	}
	return complete(shape, value)
}

// complete refuses what lacks a key that the contract requires, where encoding/json would leave a zero. The generator
// marks the other keys with omitempty, and makes a pointer of what may be null.
func complete(shape reflect.Type, value any) error {
	if value == nil && shape.Kind() != reflect.Pointer && shape.Kind() != reflect.Interface {
		return fmt.Errorf("null in place of %s", shape)
	}
	if shape.Kind() == reflect.Pointer {
		shape = shape.Elem()
	}
	if items, ok := value.([]any); ok && shape.Kind() == reflect.Slice {
		for _, item := range items {
			if err := complete(shape.Elem(), item); err != nil {
				return err
			}
		}
	}
	if object, ok := value.(map[string]any); ok && shape.Kind() == reflect.Struct {
		for field := range shape.Fields() {
			name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
			inner, present := object[name]
			if !present && !strings.Contains(options, "omitempty") {
				return fmt.Errorf("no key %q of %s", name, shape)
			}
			if !present {
				continue
			}
			if err := complete(field.Type, inner); err != nil {
				return err
			}
		}
	}
	return nil
}
