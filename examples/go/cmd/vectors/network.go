package main

import (
	"io"
	"net/http"
	"strings"
)

// network stands in for one: it keeps what is sent, and leads from hop to hop.
type network struct {
	hops []hop
	sent []*http.Request
}

func (n *network) RoundTrip(request *http.Request) (*http.Response, error) {
	n.sent = append(n.sent, request)
	if index := len(n.sent); index < len(n.hops) {
		next := n.hops[index]
		return newResponse(next.RedirectStatus, map[string]string{"location": next.URL}, ""), nil
	}
	return newResponse(http.StatusOK, nil, ""), nil
}

// last is nil if nothing was sent.
func (n *network) last() *http.Request {
	if len(n.sent) == 0 {
		return nil
	}
	return n.sent[len(n.sent)-1]
}

func newResponse(status int, headers map[string]string, body string) *http.Response {
	header := http.Header{}
	for name, value := range headers {
		header.Set(name, value)
	}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body))}
}
