/** Where a listing ends, and whether it has lost something, as spec/conformance/README.md says. */

/** While a total promises more, so many empty pages in a row are asked for. */
const MOST_EMPTY_PAGES = 10;

type Total = number | null | undefined;

/** How far a listing has come. */
export class Walk {
  #pages = 0;
  #items = 0;
  #empty = 0;
  #totalItems: number | undefined;
  #totalPages: number | undefined;
  #previous = "";

  /**
   * Notes the ids on the next page, and its totals by each of their names; tells whether the page is the last.
   * Throws if the page comes again, or if nothing more comes although a total promises it.
   */
  take(ids: readonly number[], totalItems: readonly Total[], totalPages: readonly Total[]): boolean {
    const page = ids.toSorted((one, other) => one - other).join();
    if (ids.length > 0 && page === this.#previous) {
      throw new Error(`page ${this.#pages + 1} of the listing repeats the one before`);
    }
    // A first empty page may be a broken one.
    const proven = this.#empty === 0 ? [this.#items, this.#pages] : [0, 0];
    const [leastItems, leastPages] = ids.length > 0 ? [ids.length, this.#pages + 1] : proven;
    this.#totalItems = newer(canBeTrue(totalItems, leastItems), this.#totalItems);
    this.#totalPages = newer(canBeTrue(totalPages, leastPages), this.#totalPages);
    this.#pages += 1;
    this.#items += ids.length;
    this.#empty = ids.length > 0 ? 0 : this.#empty + 1;
    if (ids.length > 0) this.#previous = page;
    if (this.#items >= (this.#totalItems ?? 0) && this.#pages >= (this.#totalPages ?? 0)) {
      return this.#empty > 0 || this.#totalItems !== undefined || this.#totalPages !== undefined;
    }
    if (this.#empty < MOST_EMPTY_PAGES) return false;
    const promised = `${this.#totalItems ?? "some"} items on ${this.#totalPages ?? "some"} pages`;
    throw new Error(`the listing promised ${promised}, and brought ${this.#items} on ${this.#pages}`);
  }
}

/** A 0 takes nothing back. */
function newer(total: number | undefined, earlier: number | undefined): number | undefined {
  return total || earlier === undefined ? total : earlier;
}

/** The first of these totals that can be true, a 0 only if there is no other. */
function canBeTrue(totals: readonly Total[], least = 0): number | undefined {
  const possible = totals.filter((total) => total != null && total >= least) as number[];
  return possible.find((total) => total > 0) ?? possible[0];
}
