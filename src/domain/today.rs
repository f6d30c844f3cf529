//! The office's list for today: what only a person can settle, ordered by what cannot wait.

use chrono::NaiveDate;

/// How many days before the course an undated workshop becomes a task.
pub const UNDATED_FROM_DAYS: i64 = 30;
/// How many lines the list shows at most.
pub const MOST_LINES: usize = 5;
/// How many open registers have a line each; more of them share one.
pub const REGISTERS_APART: usize = 2;

/// What the list looks at.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Workshops of the edition without a date that count toward the rule.
    pub undated: u32,
    /// People who asked to be told of a date.
    pub wait_for_date: u32,
    /// The course's first day.
    pub first_day: Option<NaiveDate>,
    /// Sessions that are over and whose register is open: id and date, oldest first.
    pub open_registers: Vec<(i64, NaiveDate)>,
    /// Offerings with a free place and people waiting: id, free places, people waiting.
    pub places_to_give: Vec<(i64, i64, u32)>,
    /// Letters that a mail server refused for good.
    pub refused_letters: u32,
    /// People expected at a closed register who have no mark.
    pub unmarked: Vec<(i64, u32)>,
}

/// One line: what, how many, about which object, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What only a person can settle.
    pub what: What,
    /// How many.
    pub count: u32,
    /// The session or offering it is about.
    pub about: Option<i64>,
    /// The date it is about.
    pub date: Option<NaiveDate>,
    /// A second number of the sentence: people waiting.
    pub people: u32,
}

/// The kinds of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A session is over and its register open.
    RegisterOpen,
    /// Several sessions are over and their registers open.
    RegistersOpen,
    /// A closed register has people without a mark.
    Unmarked,
    /// A place is free and somebody waits for it.
    PlaceToGive,
    /// Letters were refused for good.
    LettersRefused,
    /// Workshops have no date and the course is near.
    WorkshopsUndated,
}

impl What {
    /// The key of the sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::RegisterOpen => "register-open",
            Self::RegistersOpen => "registers-open",
            Self::Unmarked => "unmarked",
            Self::PlaceToGive => "place-to-give",
            Self::LettersRefused => "letters-refused",
            Self::WorkshopsUndated => "workshops-undated",
        }
    }
}

/// The list of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The lines, most urgent first, at most [`MOST_LINES`].
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: usize,
}

/// The list; more than [`REGISTERS_APART`] open registers are one line with the oldest date.
pub fn today(facts: &Facts, today: NaiveDate) -> List {
    let line = |what, count, about, date, people| Line { what, count, about, date, people };
    let mut lines: Vec<Line> = Vec::new();
    if facts.open_registers.len() > REGISTERS_APART {
        let count = u32::try_from(facts.open_registers.len()).unwrap_or(u32::MAX);
        let oldest = facts.open_registers.iter().map(|(_, date)| *date).min();
        lines.push(line(What::RegistersOpen, count, None, oldest, 0));
    } else {
        lines.extend(
            facts
                .open_registers
                .iter()
                .map(|(session, date)| line(What::RegisterOpen, 1, Some(*session), Some(*date), 0)),
        );
    }
    lines.extend(
        facts.unmarked.iter().map(|(session, people)| line(What::Unmarked, *people, Some(*session), None, 0)),
    );
    lines.extend(facts.places_to_give.iter().map(|(offering, free, waiting)| {
        line(What::PlaceToGive, u32::try_from(*free).unwrap_or(u32::MAX), Some(*offering), None, *waiting)
    }));
    if facts.refused_letters > 0 {
        lines.push(line(What::LettersRefused, facts.refused_letters, None, None, 0));
    }
    if facts.undated > 0
        && facts
            .first_day
            .is_some_and(|first| first > today && (first - today).num_days() < UNDATED_FROM_DAYS)
    {
        lines.push(line(What::WorkshopsUndated, facts.undated, None, facts.first_day, facts.wait_for_date));
    }
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    List { lines, more }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn whats(facts: &Facts, on: &str) -> Vec<What> {
        today(facts, day(on)).lines.into_iter().map(|l| l.what).collect()
    }

    #[test]
    fn an_undated_workshop_is_a_task_only_in_the_last_thirty_days_before_the_course() {
        let facts = Facts { undated: 2, first_day: Some(day("2014-10-22")), ..Facts::default() };
        assert_eq!(whats(&facts, "2014-09-15"), []);
        assert_eq!(whats(&facts, "2014-10-06"), [What::WorkshopsUndated]);
        assert_eq!(whats(&facts, "2014-10-22"), []);
    }

    #[test]
    fn open_registers_come_first_and_the_list_is_short() {
        let facts = Facts {
            undated: 1,
            first_day: Some(day("2014-10-22")),
            open_registers: vec![(1, day("2014-10-02")), (2, day("2014-10-03"))],
            places_to_give: vec![(7, 2, 3), (8, 1, 1)],
            refused_letters: 1,
            ..Facts::default()
        };
        let expected = [
            What::RegisterOpen,
            What::RegisterOpen,
            What::PlaceToGive,
            What::PlaceToGive,
            What::LettersRefused,
        ];
        assert_eq!(whats(&facts, "2014-10-06"), expected);
        assert_eq!(today(&facts, day("2014-10-06")).more, 1, "what is cut off is counted");
    }

    #[test]
    fn more_than_two_open_registers_share_one_line() {
        let dates = ["2014-10-03", "2014-10-02", "2014-09-24"];
        let facts = Facts {
            open_registers: dates.iter().zip(1..).map(|(date, id)| (id, day(date))).collect(),
            refused_letters: 1,
            ..Facts::default()
        };
        let list = today(&facts, day("2014-10-06"));
        let whats: Vec<What> = list.lines.iter().map(|l| l.what).collect();
        assert_eq!(whats, [What::RegistersOpen, What::LettersRefused]);
        assert_eq!((list.lines[0].count, list.lines[0].date, list.more), (3, Some(day("2014-09-24")), 0));
    }
}
