package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"example.com/woodpecker/policy"
)

type policyCase struct {
	named
	actor
	Request struct{ Method, Path string }
	Typed   bool
	Expect  expectation
}

func (v policyCase) check() error {
	company, err := v.company()
	if err != nil && v.Typed {
		return ruledOut{err}
	}
	if err != nil {
		return err
	}
	network := &network{}
	transport, err := v.transport(network)
	if err != nil {
		return v.Expect.compare(nil, err)
	}
	url := strings.TrimSuffix(v.base(), "/") + v.Request.Path
	request, err := http.NewRequest(v.Request.Method, url, nil)
	if err != nil {
		return err
	}
	request.Header = company
	_, err = transport.RoundTrip(request)
	return v.Expect.compare(network.last(), err)
}

// actor is who makes a request, and on whose behalf.
type actor struct {
	Key     struct{ Kind, Value string }
	Context *struct {
		OwnAccount  bool            `json:"own_account"`
		Company     json.RawMessage // any value, because some must be refused
		CompanyText string          `json:"company_text"` // for languages that round large numbers
	}
	BaseURL *string `json:"base_url"`
}

func (a actor) base() string {
	if a.BaseURL == nil {
		return "https://api.woodpecker.co/rest"
	}
	return *a.BaseURL
}

func (a actor) transport(network http.RoundTripper) (http.RoundTripper, error) {
	if !slices.Contains([]string{"hq", "client"}, a.Key.Kind) {
		return nil, fmt.Errorf("unknown kind of key %q", a.Key.Kind)
	}
	return policy.Policy{
		Key:        a.Key.Value,
		HQ:         a.Key.Kind == "hq",
		OwnAccount: a.Context != nil && a.Context.OwnAccount,
		BaseURL:    a.base(),
	}.Transport(network)
}

// company is the header that the generated client sets from its XCompanyID, which is an int64.
func (a actor) company() (http.Header, error) {
	header := http.Header{}
	if a.Context != nil && a.Context.Company != nil {
		id, err := strconv.ParseInt(string(a.Context.Company), 10, 64)
		if err != nil {
			return nil, err
		}
		header.Set("x-company-id", strconv.FormatInt(id, 10))
	}
	return header, nil
}

type expectation struct {
	Headers   map[string]string
	Refused   policy.Refusal
	OrRefused policy.Refusal `json:"or_refused"`
}

// compare takes the request that reached the network, or why none did.
func (e expectation) compare(sent *http.Request, err error) error {
	refusal, refused := errors.AsType[policy.Refusal](err)
	if refused && (refusal == e.Refused || refusal == e.OrRefused) {
		return nil
	}
	if err != nil || sent == nil {
		return cmp.Or(err, errors.New("nothing was sent"))
	}
	headers := map[string]string{}
	for name, values := range sent.Header {
		if name = strings.ToLower(name); len(values) > 0 && (name == "x-api-key" || name == "x-company-id") {
			headers[name] += strings.Join(values, ",")
		}
	}
	if e.Headers == nil || !maps.Equal(headers, e.Headers) {
		return fmt.Errorf("sent with the headers %v", slices.Sorted(maps.Keys(headers)))
	}
	return nil
}
