//! What the board shows, read from its address, and the addresses that lead on from there: each keeps what it does not
//! change.

use super::board_filters::FILTERS;
use super::board_members::BoardMember;
use crate::domain::offering::OfferingStatus;
use crate::domain::person::Profile;
use crate::domain::stage::Stage;
use crate::domain::text::{searched, single_line};
use crate::store::programme::{Offered, Programme};
use crate::web::paging::Paging;

/// What the address asks for.
#[derive(Clone, Debug, Default, rocket::FromForm)]
pub struct Asked {
    /// The key of the edition; none = the current one.
    pub edizione: Option<String>,
    /// The stage.
    pub tappa: Option<String>,
    /// The filter on top of it.
    pub filtro: Option<String>,
    /// A name or an address.
    pub cerca: Option<String>,
    /// The profile.
    pub profilo: Option<String>,
    /// The slug of a workshop.
    pub workshop: Option<String>,
    /// The order of the rows.
    pub ordina: Option<String>,
    /// The page of the rows.
    pub pagina: Option<String>,
    /// `si` = the whole list for today.
    pub tutte: Option<String>,
    /// `si` = to be printed.
    pub stampa: Option<String>,
}

/// What is shown; everything the address says that nobody knows is as if it was not there.
#[derive(Clone, Debug)]
pub struct View {
    /// The key of the edition; empty = there is none.
    pub edition: String,
    /// The stage that is shown; none = everybody.
    pub stage: Option<Stage>,
    /// The filter on top of it: one of [`FILTERS`].
    pub filter: &'static str,
    /// What is searched for.
    pub search: String,
    /// The profile that is shown; none = all.
    pub profile: Option<Profile>,
    /// The workshop whose people are shown, with its slug; none = all.
    pub workshop: Option<(i64, String)>,
    /// `name`, `missing` or `contact`.
    pub order: &'static str,
    /// Which page.
    pub page: usize,
    /// Whether the list for today is shown whole.
    pub unfolded: bool,
    /// Whether it is to be printed: everybody of the view, and which view it is, as a sentence.
    pub print: bool,
}

impl View {
    /// Reads an address, of an edition if there is one.
    pub fn of(asked: &Asked, programme: Option<&Programme>) -> Self {
        let known = |list: &[&'static str], value: &Option<String>| {
            list.iter().copied().find(|word| value.as_deref() == Some(*word))
        };
        Self {
            edition: programme.map(|programme| programme.edition.key.clone()).unwrap_or_default(),
            stage: asked.tappa.as_deref().and_then(Stage::from_code),
            filter: known(&FILTERS, &asked.filtro).unwrap_or("all"),
            search: asked.cerca.as_deref().map(single_line).unwrap_or_default().chars().take(80).collect(),
            profile: asked.profilo.as_deref().and_then(Profile::from_code),
            workshop: asked.workshop.as_deref().and_then(|slug| workshop(programme?, slug)),
            order: known(&["name", "missing", "contact"], &asked.ordina).unwrap_or("name"),
            page: Paging::asked(asked.pagina.as_deref()),
            unfolded: asked.tutte.as_deref() == Some("si"),
            print: asked.stampa.as_deref() == Some("si"),
        }
    }

    /// The address that shows it.
    pub fn link(&self) -> String {
        let page = self.page.to_string();
        let fields = [
            ("edizione", self.edition.as_str(), ""),
            ("tappa", self.stage.map_or("", Stage::code), ""),
            ("filtro", self.filter, "all"),
            ("cerca", self.search.as_str(), ""),
            ("profilo", self.profile.map_or("", Profile::code), ""),
            ("workshop", self.workshop.as_ref().map_or("", |(_, slug)| slug.as_str()), ""),
            ("ordina", self.order, "name"),
            ("tutte", if self.unfolded { "si" } else { "" }, ""),
            ("stampa", if self.print { "si" } else { "" }, ""),
            ("pagina", page.as_str(), "1"),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value, usual) in fields {
            if value != usual {
                query.append_pair(name, value);
            }
        }
        format!("/gestione?{}", query.finish())
    }

    /// Whether it shows fewer people than a stage has.
    pub fn is_narrow(&self) -> bool {
        !self.search.is_empty() || self.profile.is_some() || self.workshop.is_some()
    }

    /// The rows of whoever search, profile and workshop leave.
    pub fn narrowed(&self, mut rows: Vec<BoardMember>) -> Vec<BoardMember> {
        let wanted = searched(&self.search);
        let profile = self.profile.map(Profile::code);
        rows.retain(|row| {
            (wanted.is_empty() || row.is.is_found_by(&wanted))
                && profile.is_none_or(|code| row.is.profile.as_deref() == Some(code))
                && self.workshop.as_ref().is_none_or(|(id, _)| row.stands.takes_part.contains(id))
        });
        rows
    }
}

/// The workshops one can choose: a draft is nobody's yet.
pub fn choosable(programme: &Programme) -> impl Iterator<Item = &Offered> {
    programme.workshops().filter(|workshop| workshop.row.status() != OfferingStatus::Draft)
}

fn workshop(programme: &Programme, slug: &str) -> Option<(i64, String)> {
    let found = choosable(programme).find(|workshop| workshop.row.slug == slug)?;
    Some((found.row.id, found.row.slug.clone()))
}
