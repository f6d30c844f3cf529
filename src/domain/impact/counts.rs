//! An impact in numbers.

use serde::Serialize;

use super::Impact;

/// An impact in numbers, as the audit keeps it of what is shown to everybody or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Letters.
    pub letters: usize,
    /// People to call.
    pub calls: usize,
    /// People with a choice more.
    pub more_choice: usize,
    /// People with a choice fewer.
    pub less_choice: usize,
    /// People who can no longer reach the rule.
    pub drops: usize,
}

impl Impact {
    /// How many letters go out.
    pub fn letters_in_all(&self) -> usize {
        self.letters.iter().map(|letters| letters.count).sum()
    }

    /// The impact in numbers.
    pub fn counts(&self) -> Counts {
        Counts {
            letters: self.letters_in_all(),
            calls: self.calls.len(),
            more_choice: self.more_choice.len(),
            less_choice: self.less_choice.len(),
            drops: self.drops.len(),
        }
    }
}
