package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

type redirectCase struct {
	named
	actor
	Hops []hop
}

type hop struct {
	RedirectStatus int `json:"redirect_status"`
	URL, Method    string
	Body           bool
	Expect         expectation
}

// check lets an http.Client follow the redirects, so that what it does to methods, bodies and headers counts, too.
func (v redirectCase) check() error {
	company, err := v.company()
	if err != nil {
		return err
	}
	network := &network{hops: v.Hops}
	transport, err := v.transport(network)
	if err != nil {
		return err
	}
	var body io.Reader
	if v.Hops[0].Body {
		body = strings.NewReader("{}")
	}
	request, err := http.NewRequest(v.Hops[0].Method, v.Hops[0].URL, body)
	if err != nil {
		return err
	}
	request.Header = company
	_, failure := (&http.Client{Transport: transport}).Do(request)
	for index, hop := range v.Hops {
		if index < len(network.sent) {
			err = hop.compare(network.sent[index])
		} else {
			err = hop.Expect.compare(nil, failure)
		}
		if err != nil {
			return fmt.Errorf("hop %d: %w", index, err)
		}
	}
	return nil
}

func (h hop) compare(sent *http.Request) error {
	if body := sent.Body != nil && sent.Body != http.NoBody; sent.Method != h.Method || body != h.Body {
		return fmt.Errorf("%s, body %t", sent.Method, body)
	}
	return h.Expect.compare(sent, nil)
}
