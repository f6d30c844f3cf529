//! What the people of a workshop that is called off are offered instead, as whoever calls it off chooses it: a choice that
//! has to be made, with nothing chosen beforehand.

use chrono::NaiveDate;
use serde::Serialize;

use super::session_form::Hidden;
use crate::domain::change::EditFault;
use crate::domain::proposal::Proposal;
use crate::store::programme::{Offered, Programme};
use crate::usecases::change_programme::to_choose_from;
use crate::web::error::PageError;
use crate::web::fields::Posted;
use crate::web::guards::Visit;

/// What was chosen so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposalAnswers {
    /// `tutti`, `questi` or `nessuno`; empty = nothing yet.
    word: String,
    /// The workshops that were ticked.
    ticked: Vec<String>,
}

impl ProposalAnswers {
    /// What was sent.
    pub fn read(posted: &Posted) -> Self {
        Self { word: posted.line("proposta"), ticked: posted.all("invece") }
    }

    /// The choice; where nothing has to be chosen, whatever still helps.
    ///
    /// # Errors
    /// Nothing was chosen, and it has to be.
    pub fn parsed(&self, needed: bool) -> Result<Proposal, Vec<EditFault>> {
        match self.word.as_str() {
            "tutti" => Ok(Proposal::All),
            // What is no number is the id of no workshop, and is refused as one that is not open.
            "questi" => {
                Ok(Proposal::Only(self.ticked.iter().map(|id| id.parse().unwrap_or_default()).collect()))
            }
            "nessuno" => Ok(Proposal::Nothing),
            _ if needed => Err(vec![EditFault { field: "propose", code: "missing" }]),
            _ => Ok(Proposal::All),
        }
    }

    /// What was chosen, carried by the form that calls it off.
    pub fn hidden(&self) -> Vec<Hidden> {
        let word = (!self.word.is_empty()).then(|| Hidden::new("proposta", &self.word));
        word.into_iter().chain(self.ticked.iter().map(|id| Hidden::new("invece", id))).collect()
    }
}

/// The choice as the page shows it.
#[derive(Serialize)]
pub struct ProposalForm {
    /// The word that was chosen.
    proposta: String,
    workshops: Vec<ProposalChoice>,
}

/// One workshop that can be proposed.
#[derive(Serialize)]
struct ProposalChoice {
    id: i64,
    title: Option<String>,
    nth: usize,
    date: Option<NaiveDate>,
    ticked: bool,
}

/// The choice with what was chosen so far; none where nothing has to be chosen.
///
/// # Errors
/// The database failed.
pub async fn proposal_form(
    visit: &Visit,
    programme: &Programme,
    offered: &Offered,
    typed: Option<&ProposalAnswers>,
) -> Result<Option<ProposalForm>, PageError> {
    let open = to_choose_from(visit.app.desk.store.reader(), programme, offered, visit.now).await?;
    let typed = typed.cloned().unwrap_or_default();
    let choice = |id: &i64| {
        let other = programme.offering(*id)?;
        Some(ProposalChoice {
            id: *id,
            title: other.row.title.clone(),
            nth: programme.nth(*id),
            date: other.first_date(),
            ticked: typed.ticked.contains(&id.to_string()),
        })
    };
    let workshops: Vec<ProposalChoice> = open.iter().filter_map(choice).collect();
    Ok((!workshops.is_empty()).then_some(ProposalForm { proposta: typed.word, workshops }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(word: &str, ticked: &[&str]) -> ProposalAnswers {
        ProposalAnswers { word: word.into(), ticked: ticked.iter().map(|id| (*id).to_owned()).collect() }
    }

    #[test]
    fn nothing_is_chosen_by_itself_where_it_has_to_be() {
        let missing = vec![EditFault { field: "propose", code: "missing" }];
        for word in ["", "tutte"] {
            assert_eq!(chosen(word, &["2"]).parsed(true), Err(missing.clone()), "ticks alone choose nothing");
            assert_eq!(chosen(word, &[]).parsed(false), Ok(Proposal::All));
        }
    }

    #[test]
    fn each_word_is_a_choice_also_where_none_has_to_be_made() {
        for needed in [true, false] {
            assert_eq!(chosen("tutti", &["2"]).parsed(needed), Ok(Proposal::All));
            assert_eq!(chosen("questi", &["2", "x"]).parsed(needed), Ok(Proposal::Only(vec![2, 0])));
            assert_eq!(chosen("nessuno", &[]).parsed(needed), Ok(Proposal::Nothing));
        }
    }

    #[test]
    fn the_choice_travels_with_the_form() {
        let fields = |answers: ProposalAnswers| -> Vec<(&'static str, String)> {
            answers.hidden().into_iter().map(|hidden| (hidden.name, hidden.value)).collect()
        };
        let (two, three) = (("invece", "2".to_owned()), ("invece", "3".to_owned()));
        assert_eq!(fields(chosen("questi", &["2", "3"])), [("proposta", "questi".to_owned()), two, three]);
        assert_eq!(fields(ProposalAnswers::default()), []);
    }
}
