//! Whether the course may begin on a day while people were told that they can enrol until another one.

use chrono::NaiveDate;

use super::change::EditFault;

/// The code of a day of the course before the last day to enrol in it.
pub const BEFORE_CLOSES: &str = "before-closes";

/// Whether a day of the course may be held then: nobody enrols once it has begun, so its first day does not come before the
/// last one to enrol (`closes`). `stands` is the first day so far: one that does so already is left alone, and so is every
/// day after it.
pub fn check_begin(to: NaiveDate, stands: Option<NaiveDate>, closes: Option<NaiveDate>) -> Option<EditFault> {
    let sooner = stands.is_none_or(|first| to < first);
    let bad = sooner && closes.is_some_and(|closes| to < closes);
    bad.then_some(EditFault { field: "date", code: BEFORE_CLOSES })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(to: &str, stands: Option<&str>, closes: Option<&str>) -> Option<&'static str> {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        check_begin(day(to), stands.map(day), closes.map(day)).map(|fault| fault.code)
    }

    #[test]
    fn the_first_day_comes_on_the_last_day_to_enrol_at_the_soonest() {
        let (stands, closes) = (Some("2014-10-22"), Some("2014-10-17"));
        assert_eq!(codes("2014-10-16", stands, closes), Some(BEFORE_CLOSES));
        assert_eq!(codes("2014-10-16", None, closes), Some(BEFORE_CLOSES), "it had no date");
        assert_eq!(codes("2014-10-17", stands, closes), None);
        assert_eq!(codes("2014-10-16", stands, None), None);
    }

    #[test]
    fn what_stands_already_keeps_nobody_from_moving_another_day() {
        let (stands, closes) = (Some("2014-10-10"), Some("2014-10-17"));
        assert_eq!(codes("2014-10-10", stands, closes), None);
        assert_eq!(codes("2014-10-14", stands, closes), None);
        assert_eq!(codes("2014-10-09", stands, closes), Some(BEFORE_CLOSES), "not further");
    }
}
