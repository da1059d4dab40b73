// Command call builds all of the generated client, and makes a call that succeeds and one that fails.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strconv"

	"example.com/woodpecker/client"
)

type key string

func (k key) ApiKey(context.Context, client.OperationName) (client.ApiKey, error) {
	return client.ApiKey{APIKey: string(k)}, nil
}

func main() {
	api, err := client.NewClient(os.Getenv("WOODPECKER_BASE_URL"), key(os.Getenv("WOODPECKER_API_KEY")))
	if err != nil {
		log.Fatal(err)
	}
	listed, err := api.ListCompanies(context.Background(), client.ListCompaniesParams{})
	if err != nil {
		log.Fatal(err)
	}
	companies, ok := listed.(*client.CompanyPage)
	if !ok {
		log.Fatalf("no page of companies: %T", listed)
	}
	fmt.Println(len(companies.Content), "companies")
	inactive, err := strconv.ParseInt(os.Getenv("WOODPECKER_INACTIVE"), 10, 64)
	if err != nil {
		log.Fatal(err)
	}
	me, err := api.GetMe(context.Background(), client.GetMeParams{XCompanyID: client.NewOptInt64(inactive)})
	if err != nil {
		log.Fatal(err)
	}
	said, ok := me.(*client.GetMeConflict)
	if !ok {
		log.Fatalf("no conflict: %T", me)
	}
	fmt.Printf("409: %s\n", said.Detail.Value)
}
