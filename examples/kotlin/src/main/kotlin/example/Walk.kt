package example

/** Where a listing ends, and whether it has lost something: spec/conformance/README.md. */
class Walk {
    private var pages = 0
    private var items = 0
    private var empty = 0
    private var totalItems: Int? = null
    private var totalPages: Int? = null
    private var previous = emptyList<Long>()

    /**
     * Notes the ids on the next page, and its totals by each of their names.
     *
     * @return whether the page is the last
     * @throws IllegalStateException if the page comes again, or nothing more although a total promises it
     */
    fun take(ids: List<Long>, ofItems: List<Int?>, ofPages: List<Int?>): Boolean {
        val page = ids.sorted()
        check(page.isEmpty() || page != previous) { "page ${pages + 1} of the listing repeats the one before" }
        val (leastItems, leastPages) =
            when {
                page.isNotEmpty() -> page.size to pages + 1
                // A first empty page may be broken.
                empty == 0 -> items to pages
                else -> 0 to 0
            }
        totalItems = newest(ofItems, leastItems, totalItems)
        totalPages = newest(ofPages, leastPages, totalPages)
        pages++
        items += page.size
        empty = if (page.isEmpty()) empty + 1 else 0
        if (page.isNotEmpty()) previous = page
        if (items >= (totalItems ?: 0) && pages >= (totalPages ?: 0)) {
            return empty > 0 || totalItems != null || totalPages != null
        }
        check(empty < MOST_EMPTY_PAGES) {
            "the listing promised $totalItems items on $totalPages pages, and brought $items on $pages"
        }
        return false
    }

    private companion object {
        /** While a total promises more, so many empty pages in a row are asked for. */
        const val MOST_EMPTY_PAGES = 10

        /** The first total that can be true, or an earlier page's; a 0 only if there is no other. */
        fun newest(totals: List<Int?>, least: Int, earlier: Int?): Int? {
            val possible = totals.filterNotNull().filter { it >= least }
            return possible.firstOrNull { it > 0 } ?: earlier ?: possible.firstOrNull()
        }
    }
}
