//! A form as it was sent: texts by name, the first of a repeated one, each normalised once. Nothing a browser
//! can send fails here but what is no form at all.

use rocket::data::{ByteUnit, Data, FromData, Outcome};
use rocket::http::{ContentType, Status};
use rocket::{Request, async_trait};

use super::guards::{Visit, from_here};
use super::turned_away::keep_stale;
use crate::domain::text::{multi_line, single_line};
use crate::secret::same;

/// The largest form, in bytes: a register of a hundred people is 3 KiB.
const LARGEST: u64 = 64 * 1024;
/// The most fields that are kept to be sent once more: a register of a hundred people has two hundred.
const MOST_KEPT: usize = 1000;
/// The field that carries the token of signed-in forms.
const TOKEN: &str = "gettone";

/// The fields of a form that anybody may send.
#[derive(Clone, Debug, Default)]
pub struct Posted(Vec<(String, String)>);

/// The fields of a form of somebody who is signed in, its token checked.
#[derive(Clone, Debug)]
pub struct Signed(pub Posted);

impl Posted {
    /// The first value of a field, as one normalised line; empty where it is missing.
    pub fn line(&self, name: &str) -> String {
        single_line(self.raw(name))
    }

    /// The first value of a field, as normalised lines.
    pub fn lines(&self, name: &str) -> String {
        multi_line(self.raw(name))
    }

    /// All values of a field, each a normalised line.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(n, _)| n == name)
            .map(|(_, value)| single_line(value))
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.line(name).is_empty()
    }

    /// How what is acted on stood on the page, in that page's own words; none where it did not say.
    pub fn seen(&self) -> Option<String> {
        Some(self.line("visto")).filter(|seen| !seen.is_empty())
    }

    /// Fields whose name begins with a word, with the rest of the name; the first of a repeated one.
    pub fn beginning(&self, start: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for (name, value) in &self.0 {
            if let Some(rest) = name.strip_prefix(start)
                && !found.iter().any(|(known, _)| known == rest)
            {
                found.push((rest.to_owned(), single_line(value)));
            }
        }
        found
    }

    /// What was filled in, to be sent once more: every field but the token, which was that of another sign-in.
    pub fn kept(self) -> Vec<(String, String)> {
        if self.0.len() > MOST_KEPT {
            return Vec::new();
        }
        let filled = self.0.into_iter().filter(|(name, _)| name != TOKEN);
        filled.map(|(name, value)| (single_line(&name), multi_line(&value))).collect()
    }

    fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }
}

#[async_trait]
impl<'r> FromData<'r> for Posted {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        if !from_here(request) {
            return Outcome::Error((Status::Forbidden, ()));
        }
        if request.content_type().is_some_and(|kind| *kind != ContentType::Form) {
            return Outcome::Error((Status::UnsupportedMediaType, ()));
        }
        match data.open(ByteUnit::Byte(LARGEST)).into_bytes().await {
            Ok(bytes) if !bytes.is_complete() => Outcome::Error((Status::PayloadTooLarge, ())),
            Ok(bytes) => Outcome::Success(Self(form_urlencoded::parse(&bytes).into_owned().collect())),
            Err(_) => Outcome::Error((Status::BadRequest, ())),
        }
    }
}

#[async_trait]
impl<'r> FromData<'r> for Signed {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        let posted = match Posted::from_data(request, data).await {
            Outcome::Success(posted) => posted,
            Outcome::Error(error) => return Outcome::Error(error),
            Outcome::Forward((_, status)) => return Outcome::Error((status, ())),
        };
        let visit = Visit::of(request).await;
        match visit.and_then(|visit| visit.viewer) {
            Some(viewer) if same(&viewer.csrf, &posted.line(TOKEN)) => Outcome::Success(Self(posted)),
            Some(_) => {
                keep_stale(request, posted);
                Outcome::Error((Status::Forbidden, ()))
            }
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

impl std::ops::Deref for Signed {
    type Target = Posted;

    fn deref(&self) -> &Posted {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_repeated_field_the_first_counts_and_all_can_be_asked_for() {
        let posted = Posted(vec![
            ("a".into(), " x\r\n".into()),
            ("a".into(), "y".into()),
            ("b-1".into(), "P".into()),
            ("b-1".into(), "A".into()),
        ]);
        assert_eq!(posted.line("a"), "x");
        assert_eq!(posted.all("a"), ["x", "y"]);
        assert_eq!(posted.line("none"), "");
        assert_eq!(posted.beginning("b-"), [("1".to_owned(), "P".to_owned())]);
    }
}
