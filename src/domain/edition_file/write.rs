//! An edition as the file it can come in again: every field that is read, in the order in which people read them. What
//! has nothing to say is left out.

use toml::Value;

use super::{Checked, CheckedEdition, CheckedOffering, CheckedSession};
use crate::domain::edition::CourseAdmission;

/// The file of an edition: reading it gives back what was written.
pub fn write(file: &Checked) -> String {
    let mut lines = Lines::default();
    lines.field("format", 1_i64);
    edition(&mut lines, &file.edition);
    for one in &file.offerings {
        offering(&mut lines, one);
    }
    for trainer in &file.trainers {
        lines.table("[[trainer]]");
        lines.field("email", trainer.email.as_str());
        lines.field("given_name", trainer.given_name.as_str());
        lines.field("family_name", trainer.family_name.as_str());
    }
    lines.0
}

/// The file as it grows.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// The head of a table, after an empty line.
    fn table(&mut self, head: &str) {
        self.0.push('\n');
        self.0.push_str(head);
        self.0.push('\n');
    }

    /// A field; quotes, line ends and whatever else a text holds are the library's affair.
    fn field(&mut self, name: &str, value: impl Into<Value>) {
        let value: Value = value.into();
        self.0.push_str(&format!("{name} = {value}\n"));
    }

    /// A field that may have nothing to say.
    fn maybe(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }
}

fn edition(lines: &mut Lines, edition: &CheckedEdition) {
    let rule = &edition.rule;
    lines.table("[edition]");
    lines.field("key", edition.key.as_str());
    lines.field("title_it", edition.title_it.as_str());
    lines.maybe("title_en", edition.title_en.as_deref());
    lines.maybe("project", edition.project.as_deref());
    lines.maybe("city", edition.city.as_deref());
    lines.field("zone", edition.zone.name());
    lines.field("published", edition.published);
    if edition.archived {
        lines.field("archived", true);
    }
    lines.field("workshops_required", rule.required);
    lines.field("provisional_places", rule.provisional_places);
    let admission = match rule.course_admission {
        CourseAdmission::Immediate => "immediate",
        CourseAdmission::ByDecision => "decision",
    };
    lines.field("course_admission", admission);
    lines.maybe("enrolment_closes", rule.enrolment_closes.map(|date| date.to_string()));
    lines.maybe("certificate_days", rule.certificate_days);
    lines.field("carry_over", rule.carry_over);
    lines.maybe("lateness_minutes", rule.lateness_minutes);
    lines.maybe("signature", edition.signature.as_deref());
}

fn offering(lines: &mut Lines, offering: &CheckedOffering) {
    lines.table("[[offering]]");
    lines.field("key", offering.key.as_str());
    lines.field("slug", offering.slug.as_str());
    lines.field("kind", offering.kind.code());
    lines.maybe("topic", offering.topic.as_deref());
    lines.maybe("title", offering.title.as_deref());
    lines.maybe("gloss_en", offering.gloss_en.as_deref());
    lines.maybe("text_it", offering.text_it.as_deref());
    lines.maybe("text_en", offering.text_en.as_deref());
    lines.maybe("fee", offering.fee.as_deref());
    lines.field("published", offering.published);
    if offering.cancelled {
        lines.field("cancelled", true);
    }
    lines.field("counts_toward_rule", offering.counts_toward_rule);
    lines.maybe("capacity", offering.capacity);
    lines.field("offers", if offering.offers_automatic { "automatic" } else { "person" });
    for one in &offering.sessions {
        session(lines, one);
    }
}

fn session(lines: &mut Lines, session: &CheckedSession) {
    lines.table("[[offering.session]]");
    lines.field("number", session.number);
    lines.maybe("date", session.date.map(|date| date.to_string()));
    let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    lines.maybe("starts", session.hours.map(|hours| time(hours.start)));
    lines.maybe("ends", session.hours.map(|hours| time(hours.end)));
    lines.maybe("place", session.place.as_deref());
    if session.cancelled {
        lines.field("cancelled", true);
    }
    if !session.trainers.is_empty() {
        let trainers: Vec<&str> = session.trainers.iter().map(|email| email.as_str()).collect();
        lines.field("trainers", trainers);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{CheckedTrainer, read};
    use super::*;
    use crate::domain::person::EmailAddress;
    use crate::domain::session::Hours;
    use crate::domain::text::{multi_line, single_line};

    fn announced() -> Checked {
        read(include_str!("../../../fixtures/amalo-2014.toml")).unwrap()
    }

    /// A line as the form or the file lets it in; never empty.
    fn line(raw: &str) -> String {
        let line = single_line(&single_line(raw));
        if line.is_empty() { "x".to_owned() } else { line }
    }

    fn text(raw: &str) -> Option<String> {
        Some(multi_line(&multi_line(raw))).filter(|text| !text.is_empty())
    }

    #[test]
    fn the_announced_programme_is_written_and_read_again_without_loss() {
        let file = announced();
        let written = write(&file);
        assert_eq!(read(&written), Ok(file.clone()));
        assert_eq!(write(&file), written, "the same edition is always the same file");
        assert!(written.starts_with("format = 1\n\n[edition]\nkey = \"autunno-2014\"\n"), "{written}");
    }

    #[test]
    fn everything_a_file_can_say_is_written() {
        let mut file = announced();
        let email = EmailAddress::parse("conduce@percorso.example").unwrap();
        file.edition.archived = true;
        file.edition.rule.course_admission = CourseAdmission::ByDecision;
        file.edition.rule.enrolment_closes = "2014-10-17".parse().ok();
        file.edition.rule.certificate_days = Some(6);
        file.edition.rule.lateness_minutes = Some(0);
        file.edition.rule.carry_over = false;
        file.edition.signature = Some("Il gruppo «Formazione»".into());
        file.edition.project = Some("Niguarda = \"Noi\" # 2014".into());
        file.edition.city = Some("Cinisello Balsamo".into());
        file.trainers.push(CheckedTrainer {
            email: email.clone(),
            given_name: "Delfina".into(),
            family_name: "D’\"Este\"".into(),
        });
        let offering = &mut file.offerings[0];
        offering.cancelled = true;
        offering.counts_toward_rule = false;
        offering.capacity = Some(0);
        offering.offers_automatic = false;
        offering.text_it = Some("Mattina: \"\"\"tre\"\"\" \\ 'uno'.\n\nPomeriggio.".into());
        let session = &mut offering.sessions[0];
        session.hours =
            "09:30:00".parse().ok().zip("17:00:00".parse().ok()).map(|(start, end)| Hours { start, end });
        session.place = Some("Sala # 3 = \"Rossa\"".into());
        session.cancelled = true;
        session.trainers = vec![email];
        assert_eq!(read(&write(&file)), Ok(file.clone()));
        (file.edition.published, file.edition.archived) = (false, false);
        assert_eq!(read(&write(&file)), Ok(file));
    }

    proptest! {
        #[test]
        fn whatever_people_write_comes_back_as_it_was(
            title in ".{0,60}", signature in ".{0,60}", name in ".{0,25}", place in ".{0,60}",
            long in "(?s).{0,120}", quotes in "['\"\\\\\n #=\\[\\]]{0,12}", fee in ".{0,30}", days in 1u32..=7,
        ) {
            let mut file = announced();
            file.edition.title_it = line(&title);
            file.edition.signature = Some(line(&signature));
            file.edition.project = Some(line(&fee));
            file.edition.city = Some(line(&place));
            file.edition.rule.certificate_days = Some(days);
            file.offerings[0].title = Some(line(&format!("{title}{quotes}")));
            file.offerings[0].text_it = text(&long);
            file.offerings[0].text_en = text(&quotes);
            file.offerings[0].fee = Some(line(&fee));
            file.offerings[0].sessions[0].place = Some(line(&place));
            file.trainers.push(CheckedTrainer {
                email: EmailAddress::parse("a+b@percorso.example").unwrap(),
                given_name: line(&name),
                family_name: line(&quotes),
            });
            prop_assert_eq!(read(&write(&file)), Ok(file));
        }
    }
}
