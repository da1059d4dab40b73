// Command call builds all of the generated client, and makes a call that succeeds and one that fails.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"

	"example.com/woodpecker/client"
)

func main() {
	settings := client.NewConfiguration()
	settings.Servers = client.ServerConfigurations{{URL: os.Getenv("WOODPECKER_BASE_URL")}}
	settings.AddDefaultHeader("x-api-key", os.Getenv("WOODPECKER_API_KEY"))
	api := client.NewAPIClient(settings)
	companies, _, err := api.CompaniesAPI.ListCompanies(context.Background()).Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(companies.Content), "companies")
	inactive, err := strconv.ParseInt(os.Getenv("WOODPECKER_INACTIVE"), 10, 64)
	if err != nil {
		log.Fatal(err)
	}
	_, response, err := api.AccountAPI.GetMe(context.Background()).XCompanyId(inactive).Execute()
	var failed *client.GenericOpenAPIError
	if !errors.As(err, &failed) {
		log.Fatal(err)
	}
	said, known := failed.Model().(client.MeError)
	if !known {
		log.Fatalf("an error of another form: %s", failed.Body())
	}
	fmt.Printf("%d: %s\n", response.StatusCode, said.GetDetail())
}
