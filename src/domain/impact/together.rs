//! What several changes mean together, where they happen at once.

use super::{Impact, Letters};

impl Impact {
    /// This one and what follows from the next change: letters of one kind are counted together, and nobody is named
    /// twice.
    #[must_use]
    pub fn and(mut self, next: Self) -> Self {
        for letters in next.letters {
            self.add(letters);
        }
        self.clashes.extend(next.clashes);
        for (all, more) in [
            (&mut self.calls, next.calls),
            (&mut self.drops, next.drops),
            (&mut self.able, next.able),
            (&mut self.more_choice, next.more_choice),
            (&mut self.less_choice, next.less_choice),
            (&mut self.needs_more, next.needs_more),
            (&mut self.needs_fewer, next.needs_fewer),
            (&mut self.off_track, next.off_track),
            (&mut self.days_out, next.days_out),
            (&mut self.days_back, next.days_back),
            (&mut self.days_last, next.days_last),
            (&mut self.offers_end, next.offers_end),
            (&mut self.offers_shorter, next.offers_shorter),
            (&mut self.still_applied, next.still_applied),
        ] {
            all.extend(more);
            all.sort_unstable();
            all.dedup();
        }
        self.places += next.places;
        self.public.extend(next.public);
        self.doors.extend(next.doors);
        self.proposed.extend(next.proposed);
        self.proposals.extend(next.proposals);
        self.texts.extend(next.texts);
        self.rule.extend(next.rule);
        self.days_short = next.days_short.or(self.days_short);
        self
    }

    fn add(&mut self, letters: Letters) {
        let alike = |known: &&mut Letters| (known.topic, known.calendar) == (letters.topic, letters.calendar);
        let Some(known) = self.letters.iter_mut().find(alike) else {
            self.letters.push(letters);
            return;
        };
        known.count += letters.count;
        known.people.extend(letters.people);
        known.people.sort_unstable();
        known.people.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Calendar, Topic};
    use super::*;

    fn letters(topic: Topic, people: &[i64]) -> Letters {
        Letters { topic, calendar: Calendar::None, people: people.to_vec(), count: people.len() }
    }

    #[test]
    fn what_two_changes_mean_is_counted_together_and_names_nobody_twice() {
        let first = Impact {
            letters: vec![letters(Topic::Reached, &[3, 5])],
            calls: vec![9],
            places: 2,
            ..Impact::default()
        };
        let next = Impact {
            letters: vec![letters(Topic::Reached, &[4, 5]), letters(Topic::Offered, &[5])],
            calls: vec![7, 9],
            places: -1,
            ..Impact::default()
        };
        let both = first.and(next);
        let reached = Letters { people: vec![3, 4, 5], count: 4, ..letters(Topic::Reached, &[]) };
        assert_eq!(both.letters, [reached, letters(Topic::Offered, &[5])]);
        assert_eq!((both.calls, both.places), (vec![7, 9], 1));
    }
}
