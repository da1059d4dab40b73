// Package paging tells where a listing ends, and whether it has lost something, as spec/conformance/README.md says.
package paging

import (
	"fmt"
	"slices"
)

// While a total promises more, so many empty pages in a row are asked for.
const mostEmptyPages = 10

// Walk is how far a listing has come. The zero value has not begun.
type Walk struct {
	pages, items, empty    int
	totalItems, totalPages *int
	previous               []int64
}

// Take notes the ids on the next page, and its totals by each of their names. It tells whether the page is the last.
// It fails if the page comes again, or if nothing more comes although a total promises it.
func (w *Walk) Take(ids []int64, totalItems, totalPages []*int) (last bool, err error) {
	slices.Sort(ids)
	if len(ids) > 0 && slices.Equal(ids, w.previous) {
		return false, fmt.Errorf("page %d of the listing repeats the one before", w.pages+1)
	}
	leastItems, leastPages := 0, 0
	switch {
	case len(ids) > 0:
		leastItems, leastPages = len(ids), w.pages+1
	case w.empty == 0: // A first empty page may be a broken one.
		leastItems, leastPages = w.items, w.pages
	}
	w.totalItems = newest(totalItems, leastItems, w.totalItems)
	w.totalPages = newest(totalPages, leastPages, w.totalPages)
	w.pages++
	w.items += len(ids)
	if len(ids) == 0 {
		w.empty++
	} else {
		w.empty, w.previous = 0, ids
	}
	if w.items >= orZero(w.totalItems) && w.pages >= orZero(w.totalPages) {
		return w.empty > 0 || w.totalItems != nil || w.totalPages != nil, nil
	}
	if w.empty < mostEmptyPages {
		return false, nil
	}
	return false, fmt.Errorf("the listing promised %d items on %d pages, and brought %d on %d",
		orZero(w.totalItems), orZero(w.totalPages), w.items, w.pages)
}

// newest is the first of these totals that can be true, or else the one of an earlier page; a 0 only if there is no other.
func newest(totals []*int, least int, earlier *int) *int {
	var zero *int
	for _, total := range totals {
		switch {
		case total == nil || *total < least:
		case *total > 0:
			return total
		default:
			zero = total
		}
	}
	if earlier != nil {
		return earlier
	}
	return zero
}

func orZero(total *int) int {
	if total == nil {
		return 0
	}
	return *total
}
