package example;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a listing ends, and whether it has lost something: spec/conformance/README.md. */
final class Walk {
  /** While a total promises more, so many empty pages in a row are asked for. */
  private static final int MOST_EMPTY_PAGES = 10;

  private int pages;
  private int items;
  private int empty;
  private Integer totalItems;
  private Integer totalPages;
  private List<Long> previous = List.of();

  /**
   * Notes the ids on the next page, and its totals by each of their names.
   *
   * @return whether the page is the last
   * @throws IllegalStateException if the page comes again, or nothing more although a total
   *     promises it
   */
  boolean take(Stream<Long> ids, Stream<Integer> ofItems, Stream<Integer> ofPages) {
    List<Long> page = ids.sorted().toList();
    boolean some = !page.isEmpty();
    if (some && page.equals(previous)) {
      throw new IllegalStateException("page %d of the listing repeats the one before".formatted(pages + 1));
    }
    boolean broken = !some && empty == 0; // A first empty page may be.
    totalItems = newest(ofItems, some ? page.size() : broken ? items : 0, totalItems);
    totalPages = newest(ofPages, some ? pages + 1 : broken ? pages : 0, totalPages);
    pages++;
    items += page.size();
    empty = some ? 0 : empty + 1;
    if (some) previous = page;
    if (items >= orZero(totalItems) && pages >= orZero(totalPages)) {
      return empty > 0 || totalItems != null || totalPages != null;
    }
    if (empty < MOST_EMPTY_PAGES) return false;
    throw new IllegalStateException(
        "the listing promised %d items on %d pages, and brought %d on %d"
            .formatted(orZero(totalItems), orZero(totalPages), items, pages));
  }

  /** The first total that can be true, or an earlier page's; a 0 only if there is no other. */
  private static Integer newest(Stream<Integer> totals, int least, Integer earlier) {
    List<Integer> possible =
        totals.filter(Objects::nonNull).filter(total -> total >= least).toList();
    Integer earlierOrZero = earlier != null || possible.isEmpty() ? earlier : possible.get(0);
    return possible.stream().filter(total -> total > 0).findFirst().orElse(earlierOrZero);
  }

  private static int orZero(Integer total) {
    return Objects.requireNonNullElse(total, 0);
  }
}
