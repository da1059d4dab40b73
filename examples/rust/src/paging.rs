//! Where a listing ends, and whether it has lost something, as spec/conformance/README.md says.

/// While a total promises more, so many empty pages in a row are asked for.
const MOST_EMPTY_PAGES: usize = 10;

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    #[error("page {0} of the listing repeats the one before")]
    Repeated(usize),
    #[error("the listing promised {0:?} items on {1:?} pages, and brought {2} on {3}")]
    Fewer(Option<usize>, Option<usize>, usize, usize),
}

/// How far a listing has come.
#[derive(Default)]
pub struct Walk {
    pages: usize,
    items: usize,
    empty: usize,
    total_items: Option<usize>,
    total_pages: Option<usize>,
    previous: Vec<i64>,
}

impl Walk {
    /// Notes the ids on the next page, and its totals by each of their names. Tells whether the page is the last.
    pub fn take(
        &mut self,
        mut ids: Vec<i64>,
        total_items: [Option<i32>; 2],
        total_pages: [Option<i32>; 2],
    ) -> Result<bool, Lost> {
        ids.sort_unstable();
        if !ids.is_empty() && ids == self.previous {
            return Err(Lost::Repeated(self.pages + 1));
        }
        let (least_items, least_pages) = match (ids.len(), self.empty) {
            // A first empty page may be a broken one.
            (0, 0) => (self.items, self.pages),
            (0, _) => (0, 0),
            (some, _) => (some, self.pages + 1),
        };
        self.total_items = newest(total_items, least_items, self.total_items);
        self.total_pages = newest(total_pages, least_pages, self.total_pages);
        self.pages += 1;
        self.items += ids.len();
        if ids.is_empty() {
            self.empty += 1;
        } else {
            (self.empty, self.previous) = (0, ids);
        }
        // None is less than any number.
        if Some(self.items) >= self.total_items && Some(self.pages) >= self.total_pages {
            return Ok(self.empty > 0 || self.total_items.is_some() || self.total_pages.is_some());
        }
        if self.empty < MOST_EMPTY_PAGES {
            return Ok(false);
        }
        Err(Lost::Fewer(self.total_items, self.total_pages, self.items, self.pages))
    }
}

/// The first of these totals that can be true, or else the one of an earlier page; a 0 only if there is no other.
fn newest(totals: [Option<i32>; 2], least: usize, earlier: Option<usize>) -> Option<usize> {
    let possible = || totals.into_iter().flatten().filter_map(|total| total.try_into().ok()).filter(|&it| it >= least);
    possible().find(|&total| total > 0).or(earlier).or_else(|| possible().next())
}
