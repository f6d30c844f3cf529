//! What is asked for was done already: whoever did it pressed twice, which is no error; anybody else reads that it is done,
//! and what they wrote was not taken.

use super::refusal::Refusal;

/// Decides by who of the office did it; none where nobody of it did.
///
/// # Errors
/// [`Refusal::SettledMeanwhile`] for anybody else.
pub fn second_click(done_by: Option<i64>, asks: i64) -> Result<(), Refusal> {
    if done_by == Some(asks) { Ok(()) } else { Err(Refusal::SettledMeanwhile) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_person_pressed_twice_and_anybody_else_reads_that_it_is_done() {
        assert_eq!(second_click(Some(7), 7), Ok(()));
        assert_eq!(second_click(Some(7), 8), Err(Refusal::SettledMeanwhile));
        assert_eq!(second_click(None, 8), Err(Refusal::SettledMeanwhile));
    }
}
