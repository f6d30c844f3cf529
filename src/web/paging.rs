//! Which rows a page of a long list shows. A page beyond the last one is the last one: lists grow shorter while
//! somebody reads them.

use serde::Serialize;

use super::fields::Signed;

/// What of a list is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The page.
    pub page: usize,
    /// What something could not be done about: its page, while it is on the list.
    pub row: Option<i64>,
}

impl Asked {
    /// By a form of one row.
    pub fn by(signed: &Signed, row: i64) -> Self {
        Self { page: Paging::asked(Some(&signed.line("pagina"))), row: Some(row) }
    }
}

/// What a page says of the list that it is a part of, for the line below it and for its forms.
#[derive(Debug, Default, Serialize)]
pub struct Pager {
    /// How many rows there are on all pages.
    pub total: usize,
    /// The number of the first row here.
    pub from: usize,
    /// The number of the last row here.
    pub to: usize,
    /// The page, as its forms carry it along.
    pub here: String,
    /// The address of the page before it.
    pub previous: Option<String>,
    /// The address of the page after it.
    pub next: Option<String>,
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// The page that is shown; the first one is 1.
    pub page: usize,
    /// How many rows there are on all pages.
    pub total: usize,
    /// How many rows come before it.
    pub before: usize,
    /// The number of its first row, counted from 1; 0 in an empty list.
    pub from: usize,
    /// The number of its last row.
    pub to: usize,
    /// The page before it.
    pub previous: Option<usize>,
    /// The page after it.
    pub next: Option<usize>,
}

impl Paging {
    /// The page of a list of `total` rows, `on_a_page` of them (at least 1) at a time.
    pub fn new(asked: usize, total: usize, on_a_page: usize) -> Self {
        let last = total.div_ceil(on_a_page).max(1);
        let page = asked.clamp(1, last);
        let before = (page - 1) * on_a_page;
        let to = before.saturating_add(on_a_page).min(total);
        Self {
            page,
            total,
            before,
            from: if total == 0 { 0 } else { before + 1 },
            to,
            previous: (page > 1).then(|| page - 1),
            next: (page < last).then(|| page + 1),
        }
    }

    /// The whole list as one page, to be printed.
    pub fn all(total: usize) -> Self {
        Self::new(1, total, total.max(1))
    }

    /// The page as its forms carry it along; nothing on the first one.
    pub fn here(&self) -> String {
        if self.page > 1 { self.page.to_string() } else { String::new() }
    }

    /// What the page says of its list, whose pages have these addresses.
    pub fn pager(&self, link: impl Fn(usize) -> String) -> Pager {
        Pager {
            total: self.total,
            from: self.from,
            to: self.to,
            here: self.here(),
            previous: self.previous.map(&link),
            next: self.next.map(&link),
        }
    }

    /// Where an act on a page of a list leads back to, with what was done.
    pub fn back(list: &str, page: usize, done: &str) -> String {
        if page > 1 { format!("{list}?pagina={page}&fatto={done}") } else { format!("{list}?fatto={done}") }
    }

    /// The page that an address asks for; what is no number of a page is the first one.
    pub fn asked(page: Option<&str>) -> usize {
        page.and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(asked: usize, total: usize) -> (usize, usize, usize, Option<usize>, Option<usize>) {
        let paging = Paging::new(asked, total, 50);
        (paging.page, paging.from, paging.to, paging.previous, paging.next)
    }

    #[test]
    fn pages_follow_one_another_without_a_gap() {
        assert_eq!(shown(1, 101), (1, 1, 50, None, Some(2)));
        assert_eq!(shown(2, 101), (2, 51, 100, Some(1), Some(3)));
        assert_eq!(shown(3, 101), (3, 101, 101, Some(2), None));
        assert_eq!(shown(1, 50), (1, 1, 50, None, None));
    }

    #[test]
    fn a_page_beyond_the_last_one_is_the_last_one() {
        assert_eq!(shown(7, 101), shown(3, 101));
        assert_eq!(shown(7, 1), (1, 1, 1, None, None));
        assert_eq!(shown(usize::MAX, 0), (1, 0, 0, None, None));
    }

    #[test]
    fn the_whole_list_is_one_page_also_where_it_is_empty() {
        let whole = |total| (Paging::all(total).from, Paging::all(total).to, Paging::all(total).next);
        assert_eq!(whole(101), (1, 101, None));
        assert_eq!(whole(0), (0, 0, None));
    }

    #[test]
    fn a_page_says_which_rows_it_has_and_where_the_others_are() {
        let pager = Paging::new(2, 101, 50).pager(|page| format!("/elenco?pagina={page}"));
        assert_eq!((pager.total, pager.from, pager.to, pager.here.as_str()), (101, 51, 100, "2"));
        let others = (pager.previous.as_deref(), pager.next.as_deref());
        assert_eq!(others, (Some("/elenco?pagina=1"), Some("/elenco?pagina=3")));
    }

    #[test]
    fn what_is_no_number_of_a_page_is_the_first_one() {
        for text in [None, Some(""), Some("x"), Some("0"), Some("-1"), Some("99999999999999999999999")] {
            assert_eq!(Paging::asked(text), 1, "{text:?}");
        }
        assert_eq!(Paging::asked(Some("12")), 12);
    }
}
