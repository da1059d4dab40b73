package response

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What the codes of v1's form count as inside a success.
var byCode = map[string]int{
	"E_SESSION": 401, "E_NO_PERMISSION": 403, "E_URL_NOT_FOUND": 404, "E_RECORD_NOT_FOUND": 404,
	"E_TOO_MANY_REQUESTS": 429, "E_UNKNOWN": 500,
}

// readError reads an error in any of its three forms, and the status that it names; nil if it is none.
func readError(document []byte) (failure *Error, names int) {
	// Raw values, so that no number is rounded and no type is taken for granted.
	var object, v1 map[string]json.RawMessage
	if json.Unmarshal(document, &object) != nil {
		return nil, 0
	}
	_ = json.Unmarshal(object["status"], &v1)
	status, _ := strconv.Atoi(string(object["status"]))
	code := text(v1["code"])
	switch {
	case text(v1["status"]) == "ERROR":
		return &Error{Code: code, Detail: text(v1["msg"])}, cmp.Or(byCode[code], 400)
	case status >= 400 && (object["title"] != nil || object["detail"] != nil):
		return &Error{
			Title:     text(object["title"]),
			Detail:    text(object["detail"]),
			Timestamp: parseTime(text(object["timestamp"])),
		}, status
	case bytes.HasPrefix(object["code"], []byte(`"`)) && onlyKeys(object, "code", "message", "details"):
		return &Error{Code: text(object["code"]), Detail: lines(object["message"], object["details"])}, 0
	}
	return nil, 0
}

func onlyKeys(object map[string]json.RawMessage, known ...string) bool {
	for key := range object {
		if !slices.Contains(known, key) {
			return false
		}
	}
	return true
}

// lines joins a message and its details, which may be a list, one text or missing.
func lines(message, details json.RawMessage) string {
	var list []json.RawMessage
	if json.Unmarshal(details, &list) != nil {
		list = []json.RawMessage{details}
	}
	var parts []string
	for _, line := range append([]json.RawMessage{message}, list...) {
		if line := text(line); line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, "; ")
}

// text is the value of a JSON string, nothing for null, and any other value as it was written.
func text(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	return string(value)
}

// parseTime is zero for a text that is no time.
func parseTime(text string) time.Time {
	text = strings.Replace(strings.TrimSuffix(text, " UTC"), "T", " ", 1)
	for _, layout := range []string{time.DateTime, time.DateTime + "Z07:00", time.DateTime + "Z0700", time.DateOnly} {
		if parsed, err := time.Parse(layout, text); err == nil {
			return parsed.UTC()
		}
	}
	return time.Time{}
}
