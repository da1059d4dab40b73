// Command agency counts the sending mailboxes of every client company of an agency, one request at a time.
//
// It reads WOODPECKER_API_KEY, an HQ key, and WOODPECKER_BASE_URL.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"example.com/woodpecker/internal/api"
	"example.com/woodpecker/paging"
	"example.com/woodpecker/policy"
	"example.com/woodpecker/response"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "agency:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	client, err := newClient(os.Getenv("WOODPECKER_API_KEY"), os.Getenv("WOODPECKER_BASE_URL"))
	if err != nil {
		return err
	}
	companies, err := allCompanies(ctx, client)
	if err != nil {
		return err
	}
	var active, inactive, sending int
	for _, company := range companies {
		parameters := &api.ListMailboxesParams{XCompanyID: &company.ID}
		mailboxes, err := response.Read[[]api.Mailbox](client.ListMailboxes(ctx, parameters))
		if errors.Is(err, response.CompanyInactive) {
			inactive++
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", company.Name, err)
		}
		active++
		for _, mailbox := range mailboxes {
			if mailbox.Type == "SMTP" {
				sending++
			}
		}
	}
	fmt.Printf("%d active companies, %d switched off, %d mailboxes\n", active, inactive, sending)
	return nil
}

func newClient(key, baseURL string) (*api.Client, error) {
	transport, err := policy.Policy{Key: key, HQ: true, BaseURL: baseURL}.Transport(http.DefaultTransport)
	if err != nil {
		return nil, err
	}
	return api.NewClient(baseURL, api.WithHTTPClient(&http.Client{
		Transport: transport,
		// This API sends no redirects: show one instead of following it.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Timeout:       30 * time.Second,
	}))
}

// allCompanies walks the pages as the contract's x-pagination says.
func allCompanies(ctx context.Context, client *api.Client) ([]api.Company, error) {
	var all []api.Company
	var walk paging.Walk
	for number := 1; ; number++ {
		page, err := response.Read[api.CompanyPage](client.ListCompanies(ctx, &api.ListCompaniesParams{Page: &number}))
		if err != nil {
			return nil, err
		}
		all = append(all, page.Content...)
		var ids []int64
		for _, company := range page.Content {
			ids = append(ids, company.ID)
		}
		var totals api.PaginationData
		if page.PaginationData != nil {
			totals = *page.PaginationData
		}
		last, err := walk.Take(
			ids, []*int{totals.TotalElements, totals.TotalCount}, []*int{totals.TotalPages, totals.PagesCount})
		if last || err != nil {
			return all, err
		}
	}
}
