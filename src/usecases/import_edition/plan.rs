//! What a file would change in an edition that exists, found before anything is written; what it may not change is
//! refused by name.

use chrono::{DateTime, Utc};

use super::offering::{added, offering};
use super::{Refused, said};
use crate::domain::change::Edit;
use crate::domain::edition::{EditionStatus, Rule};
use crate::domain::edition_file::{Checked, CheckedEdition, Part};
use crate::store::editions::Edition;
use crate::store::programme::Programme;
use crate::store::{Tx, enrolments};
use crate::usecases::Outcome;
use crate::usecases::shape_edition::rename::Names;

/// Where a file leads an edition as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It becomes a draft again.
    Hide,
    /// Everybody sees it.
    Show,
    /// It is over and put away.
    PutAway,
}

/// What a file changes, and what is refused.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What changes, in words.
    pub(super) changed: Vec<String>,
    /// What the file leaves out and stands all the same, in words.
    pub(super) left_out: Vec<String>,
    /// What is refused.
    pub(super) refused: Vec<Refused>,
    /// Changes of what people can enrol in, each with what it is about, for what is wrong with it.
    pub(super) edits: Vec<(Part, Edit)>,
    /// What the edition is called, where that differs.
    pub(super) names: Option<Names>,
    /// Where the edition goes.
    pub(super) step: Option<Step>,
    /// Keys of offerings that become drafts again.
    pub(super) hide: Vec<String>,
    /// Keys of those that nobody knows of and that get another address or topic, or count otherwise.
    pub(super) reshape: Vec<String>,
    /// Keys of those that are new.
    pub(super) add: Vec<String>,
    /// Keys of drafts that are shown.
    pub(super) show: Vec<String>,
}

impl Plan {
    /// Whether the file says anything else than what stands.
    pub(super) fn differs(&self) -> bool {
        !self.changed.is_empty()
    }
}

/// Compares an edition with its file.
pub(super) async fn plan(tx: &Tx, before: &Programme, file: &Checked, now: DateTime<Utc>) -> Outcome<Plan> {
    let mut plan = Plan::default();
    edition(tx, before, file, &mut plan).await?;
    for offered in &before.offerings {
        let key = &offered.row.key;
        if !file.offerings.iter().any(|wanted| wanted.key == *key) {
            let why = "a key that was imported stays; cancelled = true calls it off";
            let missing = format!("is missing from the file: {why}");
            plan.refused.push(Refused::of(&Part::Offering(key.clone()), &missing));
        }
    }
    for wanted in &file.offerings {
        match before.offerings.iter().find(|offered| offered.row.key == wanted.key) {
            Some(offered) => offering(tx, before, offered, wanted, &mut plan).await?,
            None => added(before, wanted, now, &mut plan),
        }
    }
    order(before, file, &mut plan);
    Ok(plan)
}

async fn edition(tx: &Tx, before: &Programme, file: &Checked, plan: &mut Plan) -> Outcome<()> {
    let (old, wanted) = (&before.edition, &file.edition);
    let name = Part::Edition(old.key.clone());
    if old.zone != wanted.zone.name() {
        let why = "cannot be changed: its dates and hours were written in it";
        plan.refused.push(Refused::at(&name, "zone", why));
    }
    // A key that is left out stays as it is.
    let stands = old.rule();
    let rule = Rule {
        enrolment_closes: wanted.rule.enrolment_closes.or(stands.enrolment_closes),
        certificate_days: wanted.rule.certificate_days.or(stands.certificate_days),
        lateness_minutes: wanted.rule.lateness_minutes.or(stands.lateness_minutes),
        ..wanted.rule.clone()
    };
    if rule != stands {
        plan.changed.extend(said::rule(&stands, &rule).iter().map(|line| format!("{name}: {line}")));
        plan.edits.push((name.clone(), Edit::Rule { to: rule }));
    }
    let kept = |wanted: &Option<String>, stands: &Option<String>| wanted.clone().or_else(|| stands.clone());
    let names = Names {
        title_it: wanted.title_it.clone(),
        title_en: wanted.title_en.clone(),
        signature: kept(&wanted.signature, &old.signature),
        project: kept(&wanted.project, &old.project),
        city: kept(&wanted.city, &old.city),
    };
    if names != Names::of(old) {
        plan.changed.push(format!("{name}: titles and settings"));
        plan.names = Some(names);
    }
    left_out(old, wanted, &name, plan);
    let (step, said) = match old.status() {
        EditionStatus::Draft if wanted.archived => {
            let why = "is a draft here, and only what was shown is put away";
            plan.refused.push(Refused { field: "archived", ..Refused::at(&name, "", why) });
            return Ok(());
        }
        EditionStatus::Draft if wanted.published => (Step::Show, "published"),
        EditionStatus::Published if wanted.archived => (Step::PutAway, "put away"),
        EditionStatus::Published | EditionStatus::Archived if !wanted.published => {
            (Step::Hide, "a draft again")
        }
        _ => return Ok(()),
    };
    let all: Vec<i64> = before.offerings.iter().map(|offered| offered.row.id).collect();
    if step == Step::Hide && enrolments::any_in(tx, &all).await? {
        plan.refused.push(Refused::at(&name, "published", "cannot be taken back, somebody has enrolled"));
        return Ok(());
    }
    plan.changed.push(format!("{name}: {said}"));
    plan.step = Some(step);
    Ok(())
}

/// What a file of the edition does not name and stands all the same.
fn left_out(old: &Edition, wanted: &CheckedEdition, name: &Part, plan: &mut Plan) {
    let (stands, rule) = (old.rule(), &wanted.rule);
    let number = |n: Option<u32>| n.map(|n| n.to_string());
    let fields = [
        (
            "enrolment_closes",
            rule.enrolment_closes.is_none(),
            stands.enrolment_closes.map(|date| date.to_string()),
        ),
        ("certificate_days", rule.certificate_days.is_none(), number(stands.certificate_days)),
        ("lateness_minutes", rule.lateness_minutes.is_none(), number(stands.lateness_minutes)),
        ("signature", wanted.signature.is_none(), old.signature.clone()),
        ("project", wanted.project.is_none(), old.project.clone()),
        ("city", wanted.city.is_none(), old.city.clone()),
    ];
    for (field, missing, value) in fields {
        if let Some(value) = value.filter(|_| missing) {
            let where_then = "it is taken away on the office's page";
            plan.left_out.push(format!("{name}: the file names no {field}, «{value}» stays: {where_then}"));
        }
    }
    if old.status() == EditionStatus::Archived && wanted.published && !wanted.archived {
        let where_then = "it is reopened on the office's page";
        plan.left_out.push(format!("{name}: the file does not put it away, it stays so: {where_then}"));
    }
}

/// The order of the programme is the file's.
fn order(before: &Programme, file: &Checked, plan: &mut Plan) {
    let stands: Vec<&str> = before.offerings.iter().map(|offered| offered.row.key.as_str()).collect();
    let wanted = file.offerings.iter().map(|wanted| wanted.key.as_str());
    let wanted: Vec<&str> = wanted.filter(|key| stands.contains(key)).collect();
    if wanted.len() == stands.len() && wanted != stands {
        plan.changed.push(format!("edition «{}»: the order of the programme", before.edition.key));
    }
}
