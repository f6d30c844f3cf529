//! The reason that somebody of the office has to write for what they do to somebody: it is kept and sent as it was written, so
//! it is never cut.

use super::refusal::Refusal;
use super::text::multi_line;

/// The longest one, in characters.
pub const LONGEST: usize = 500;

/// The reason as it is kept.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::ReasonTooLong`].
pub fn reason_of(typed: &str) -> Result<String, Refusal> {
    let reason = multi_line(typed);
    match reason.chars().count() {
        0 => Err(Refusal::ReasonMissing),
        1..=LONGEST => Ok(reason),
        _ => Err(Refusal::ReasonTooLong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_kept_whole_or_not_at_all() {
        assert_eq!(reason_of(" \r\n "), Err(Refusal::ReasonMissing));
        assert_eq!(reason_of(" Ha telefonato. "), Ok("Ha telefonato.".to_owned()));
        let longest = "è".repeat(LONGEST);
        assert_eq!(reason_of(&longest), Ok(longest.clone()));
        assert_eq!(reason_of(&format!("{longest}è")), Err(Refusal::ReasonTooLong));
    }
}
