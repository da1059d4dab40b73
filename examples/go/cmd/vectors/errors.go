package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"example.com/woodpecker/internal/api"
	"example.com/woodpecker/response"
)

type errorCase struct {
	named
	Operation string
	Answer    struct {
		Status  int
		Headers map[string]string
		Body    string
	}
	Expect struct {
		Kind                response.Kind
		Status              int
		Title, Detail, Code string // null leaves them empty
		Timestamp           time.Time
	}
}

func (v errorCase) check() error {
	call, known := calls[v.Operation]
	if !known {
		return fmt.Errorf("unknown operation %s", v.Operation)
	}
	client, err := api.NewClient("https://api.woodpecker.co/rest", api.WithHTTPClient(v))
	if err != nil {
		return err
	}
	err = call(client)
	if err == nil && v.Expect.Kind == "success" {
		return nil
	}
	got, ok := errors.AsType[*response.Error](err)
	if !ok {
		return fmt.Errorf("not an error of a response: %v", err)
	}
	expected := v.Expect
	if expected.Kind != got.Kind || expected.Status != got.Status || expected.Title != got.Title ||
		expected.Detail != got.Detail || expected.Code != got.Code || !expected.Timestamp.Equal(got.Timestamp) {
		return fmt.Errorf("%w, at %s", err, got.Timestamp)
	}
	return nil
}

// Do stands in for the network, and so follows no redirect.
func (v errorCase) Do(*http.Request) (*http.Response, error) {
	return newResponse(v.Answer.Status, v.Answer.Headers, v.Answer.Body), nil
}

// calls are the operations of the vectors, each as a program calls it.
var calls = map[string]func(*api.Client) error{
	"connectMailboxes": func(client *api.Client) error {
		return reading[api.ConnectionBatch](client.ConnectMailboxes(ctx, nil, api.ManualConnectionRequest{}))
	},
	"createCompanies": func(client *api.Client) error {
		return reading[api.CompanyCreateResult](client.CreateCompanies(ctx, api.CompanyCreateRequest{}))
	},
	"createCompanyApiKey": func(client *api.Client) error {
		return reading[api.CreatedAPIKey](client.CreateCompanyAPIKey(ctx, 880101, api.APIKeyCreate{}))
	},
	"createMicrosoftCredential": func(client *api.Client) error {
		body := api.MicrosoftCredentialCreate{}
		return reading[api.MicrosoftCredential](client.CreateMicrosoftCredential(ctx, nil, body))
	},
	"deleteMicrosoftCredential": func(client *api.Client) error {
		return reading[response.Nothing](client.DeleteMicrosoftCredential(ctx, 9001, nil))
	},
	"getMailbox": func(client *api.Client) error {
		return reading[api.Mailbox](client.GetMailbox(ctx, 51001, nil))
	},
	"getMe": func(client *api.Client) error {
		return reading[api.Me](client.GetMe(ctx, nil))
	},
	"listCompanies": func(client *api.Client) error {
		return reading[api.CompanyPage](client.ListCompanies(ctx, nil))
	},
	"listCompanyUsers": func(client *api.Client) error {
		return reading[api.CompanyUserPage](client.ListCompanyUsers(ctx, 880101, nil))
	},
	"listMailboxes": func(client *api.Client) error {
		return reading[[]api.Mailbox](client.ListMailboxes(ctx, nil))
	},
	"updateMailboxFooter": func(client *api.Client) error {
		return reading[response.Nothing](client.UpdateMailboxFooter(ctx, 51001, nil, api.MailboxFooterUpdate{}))
	},
}

var ctx = context.Background()

func reading[T any](raw *http.Response, err error) error {
	_, err = response.Read[T](raw, err)
	return err
}
