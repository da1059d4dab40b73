// Package policy decides which headers go with a request, as spec/conformance/README.md says.
package policy

import (
	"cmp"
	"maps"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

var (
	visible  = regexp.MustCompile(`^[!-~]{1,512}$`)
	absolute = regexp.MustCompile(`^(?i:https?)://[^:/?#@][^/?#@]*(/[^?#]*)?$`)
	secure   = regexp.MustCompile(`^(https|http (localhost\.|127(\.\d+){3}|::1)) `)
	ours     = regexp.MustCompile(`^(?i:x-api-key|x-company-id)$`)
	plain    = regexp.MustCompile(`^([a-z0-9_-]*/([a-z0-9_-]*/.*)?)?$`)
	// Some servers decode these escapes before they route: control characters, letters, digits and %-./;\_~
	ambiguous = regexp.MustCompile(`//|/\.\.?(/|$)|[\\;]|%(?i:[01].|2[5def]|3[0-9b]|4[^0]|5[0-9acf]|6[^0]|7[0-9aef])`)
)

// Refusal is why a request is not sent: a reason of the README's table.
type Refusal string

// Policy says what key there is, and where it may go. A Transport, being a function, never prints the key.
type Policy struct {
	Key        string
	HQ         bool // the agency's key, not one client's
	OwnAccount bool // a request that names no company is meant for the key's own account
	BaseURL    string
}

type transport func(*http.Request) (*http.Response, error)

func (r Refusal) Error() string                                             { return "not sent: " + string(r) }
func (t transport) RoundTrip(request *http.Request) (*http.Response, error) { return t(request) }

// Transport sends through next what may be sent, with the headers that belong on it. Every hop of a redirect comes by
// here. A request names a company by its x-company-id, which the generated XCompanyID sets. Errors are a Refusal.
func (p Policy) Transport(next http.RoundTripper) (http.RoundTripper, error) {
	base, err := url.Parse(p.BaseURL)
	switch {
	case !visible.MatchString(p.Key):
		return nil, Refusal("invalid_key")
	case err != nil || !absolute.MatchString(p.BaseURL) || ambiguous.MatchString(base.EscapedPath()):
		return nil, Refusal("invalid_base_url")
	case !secure.MatchString(origin(base)):
		return nil, Refusal("insecure_base_url")
	}
	return transport(func(request *http.Request) (*http.Response, error) {
		headers, err := p.decide(base, request)
		if err != nil {
			if request.Body != nil {
				request.Body.Close()
			}
			return nil, err
		}
		request = request.Clone(request.Context())
		maps.DeleteFunc(request.Header, func(name string, _ []string) bool { return ours.MatchString(name) })
		maps.Copy(request.Header, headers)
		return next.RoundTrip(request)
	}), nil
}

func (p Policy) decide(base *url.URL, request *http.Request) (http.Header, error) {
	at, company := request.URL, request.Header.Values("x-company-id")
	id, err := strconv.ParseUint(strings.Join(company, ","), 10, 63)
	route, below := strings.CutPrefix(at.EscapedPath()+"/", strings.TrimSuffix(base.EscapedPath(), "/")+"/")
	outside, agency := !below || origin(at) != origin(base), strings.HasPrefix(route, "v2/agency/")
	switch {
	case company != nil && (err != nil || id == 0):
		return nil, Refusal("invalid_company_id")
	case outside && request.Body != nil && request.Body != http.NoBody:
		return nil, Refusal("body_to_other_origin")
	case outside:
		return nil, nil
	case at.Opaque != "" || ambiguous.MatchString(at.EscapedPath()) || !plain.MatchString(route):
		return nil, Refusal("ambiguous_path")
	case agency && !p.HQ:
		return nil, Refusal("agency_route_with_client_key")
	case agency && (p.OwnAccount || company != nil):
		return nil, Refusal("agency_route_with_company")
	case !agency && p.HQ && !p.OwnAccount && company == nil:
		return nil, Refusal("account_route_without_context")
	case !p.HQ && company != nil:
		return nil, Refusal("company_with_client_key")
	}
	return http.Header{"X-Api-Key": {p.Key}, "X-Company-Id": company}, nil
}

func origin(at *url.URL) string {
	host := strings.ToLower(strings.TrimSuffix(at.Hostname(), ".")) + "." // of a name, unlike that of an address
	if address, err := netip.ParseAddr(at.Hostname()); err == nil {
		host = address.String()
	}
	return at.Scheme + " " + host + " " + cmp.Or(at.Port(), map[string]string{"http": "80", "https": "443"}[at.Scheme])
}
