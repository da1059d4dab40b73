// Command vectors runs policy.json, redirects.json and errors.json of spec/conformance, whose folder is its argument.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: vectors <folder of spec/conformance>")
		os.Exit(2)
	}
	passed := run[policyCase](os.Args[1], "policy")
	passed = run[redirectCase](os.Args[1], "redirects") && passed
	passed = run[errorCase](os.Args[1], "errors") && passed
	if !passed {
		os.Exit(1)
	}
}

type vector interface {
	name() string
	check() error
}

type named struct{ ID, About string }

func (n named) name() string { return n.ID }

// ruledOut is the outcome of a case whose input no Go type can hold.
type ruledOut struct{ error }

// run checks each case of a file and prints how many passed. A key that Case does not know fails the file.
func run[Case vector](folder, file string) bool {
	cases, err := read[Case](filepath.Join(folder, file+".json"))
	if err != nil {
		fmt.Printf("%s: %v\n", file, err)
		return false
	}
	failed, typed := 0, 0
	for _, vector := range cases {
		switch outcome := vector.check().(type) {
		case nil:
		case ruledOut:
			typed++
		default:
			failed++
			fmt.Printf("%s: %s: %v\n", file, vector.name(), outcome)
		}
	}
	fmt.Printf("%s: %d of %d", file, len(cases)-failed, len(cases))
	if typed > 0 {
		fmt.Printf(", %d of them by type: what is no int64 is no company id", typed)
	}
	fmt.Println()
	return failed == 0
}

func read[Case any](path string) ([]Case, error) {
	source, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer source.Close()
	var vectors struct {
		Schema string `json:"$schema"`
		About  string
		Cases  []Case
	}
	decoder := json.NewDecoder(source)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&vectors); err != nil {
		return nil, err
	}
	if len(vectors.Cases) == 0 {
		return nil, fmt.Errorf("no cases in %s", path)
	}
	return vectors.Cases, nil
}
