<?php

declare(strict_types=1);

namespace Example;

/** How far a listing has come: where it ends, and whether it has lost something, as spec/conformance/README.md says. */
final class Walk
{
    // While a total promises more, so many empty pages in a row are asked for.
    private const MOST_EMPTY_PAGES = 10;

    private int $pages = 0;
    private int $items = 0;
    private int $empty = 0;
    private ?int $totalItems = null;
    private ?int $totalPages = null;
    private array $previous = [];

    /**
     * Notes the ids on the next page, and its totals by each of their names. Tells whether the page is the last.
     *
     * @param list<int>  $ids
     * @param list<?int> $totalItems
     * @param list<?int> $totalPages
     *
     * @throws \RuntimeException if the page comes again, or if nothing more comes although a total promises it
     */
    public function take(array $ids, array $totalItems, array $totalPages): bool
    {
        sort($ids);
        if ($ids !== [] && $ids === $this->previous) {
            throw new \RuntimeException('page ' . ($this->pages + 1) . ' of the listing repeats the one before');
        }
        [$leastItems, $leastPages] = match (true) {
            $ids !== [] => [count($ids), $this->pages + 1],
            // A first empty page may be a broken one.
            $this->empty === 0 => [$this->items, $this->pages],
            default => [0, 0],
        };
        $this->totalItems = self::newest($totalItems, $leastItems, $this->totalItems);
        $this->totalPages = self::newest($totalPages, $leastPages, $this->totalPages);
        $this->pages++;
        $this->items += count($ids);
        $this->empty = $ids === [] ? $this->empty + 1 : 0;
        $this->previous = $ids ?: $this->previous;
        if ($this->items >= ($this->totalItems ?? 0) && $this->pages >= ($this->totalPages ?? 0)) {
            return $this->empty > 0 || $this->totalItems !== null || $this->totalPages !== null;
        }
        if ($this->empty < self::MOST_EMPTY_PAGES) {
            return false;
        }
        throw new \RuntimeException(
            "the listing promised {$this->totalItems} items on {$this->totalPages} pages, and brought {$this->items}"
        );
    }

    /** The first of these totals that can be true, or else the one of an earlier page; a 0 only if there is no other. */
    private static function newest(array $totals, int $least, ?int $earlier): ?int
    {
        $possible = array_filter($totals, fn (?int $total) => $total !== null && $total >= $least);
        $positive = array_filter($possible);
        return $positive ? reset($positive) : $earlier ?? ($possible ? 0 : null);
    }
}
