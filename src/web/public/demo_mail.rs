//! The demo's mail: nothing leaves the machine, everything can be read here, newest first. Outside the demo there
//! is no such page.

use std::path::PathBuf;

use rocket::http::{ContentType, Header};
use rocket::{Responder, Route, get, routes};
use serde::Serialize;

use crate::mail::read::{ReadMail, list, read};
use crate::web::error::PageError;
use crate::web::guards::{Anyone, Visit};
use crate::web::page::Page;

/// How many mails the list shows.
const SHOWN: usize = 100;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![index, show, html]
}

#[derive(Serialize)]
struct IndexPage {
    mails: Vec<MailLine>,
    total: usize,
}

#[derive(Serialize)]
struct MailLine {
    number: u64,
    subject: String,
    to: String,
    at: String,
}

#[derive(Serialize)]
struct MailPage {
    mail: MailLine,
    /// The text, in pieces: links apart from what stands between them.
    pieces: Vec<Piece>,
    calendar: Option<String>,
}

#[derive(Serialize)]
struct Piece {
    text: String,
    link: bool,
}

fn folder(visit: &Visit) -> Result<PathBuf, PageError> {
    visit.app.site.demo_mail.clone().ok_or(PageError::NotFound)
}

fn fault(error: &std::io::Error) -> PageError {
    PageError::Fault(error.to_string())
}

fn line(mail: &ReadMail) -> MailLine {
    let at = chrono::DateTime::from_timestamp(mail.at, 0).unwrap_or_default();
    MailLine { number: mail.number, subject: mail.subject.clone(), to: mail.to.clone(), at: at.to_rfc3339() }
}

#[get("/posta")]
async fn index(who: Anyone) -> Result<Page, PageError> {
    let visit = who.0;
    let folder = folder(&visit)?;
    let names = list(&folder).map_err(|e| fault(&e))?;
    let total = names.len();
    let mails = names
        .into_iter()
        .take(SHOWN)
        .filter_map(|(number, name)| read(&folder, number, &name).ok())
        .map(|mail| line(&mail))
        .collect();
    Ok(visit.render("public/demo_mail.html", "", &IndexPage { mails, total })?)
}

fn find(visit: &Visit, number: u64) -> Result<ReadMail, PageError> {
    let folder = folder(visit)?;
    let names = list(&folder).map_err(|e| fault(&e))?;
    let (number, name) = names.into_iter().find(|(n, _)| *n == number).ok_or(PageError::NotFound)?;
    read(&folder, number, &name).map_err(|e| fault(&e))
}

#[get("/posta/<number>")]
async fn show(who: Anyone, number: u64) -> Result<Page, PageError> {
    let visit = who.0;
    let mail = find(&visit, number)?;
    let page = MailPage { mail: line(&mail), pieces: pieces(&mail.text), calendar: mail.calendar };
    Ok(visit.render("public/demo_mail_one.html", "", &page)?)
}

#[derive(Responder)]
struct MailHtml {
    html: String,
    kind: ContentType,
    policy: Header<'static>,
}

/// The HTML part as a mail program shows it: its inline styles are allowed here, and nothing else is.
#[get("/posta/<number>/html")]
async fn html(who: Anyone, number: u64) -> Result<MailHtml, PageError> {
    let mail = find(&who.0, number)?;
    let policy = Header::new(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    );
    Ok(MailHtml { html: mail.html, kind: ContentType::HTML, policy })
}

/// Cuts a text at its links: a link ends at the first blank.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("http://").into_iter().chain(rest.find("https://")).min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        found.push(Piece { text: before.to_owned(), link: false });
        found.push(Piece { text: from[..end].to_owned(), link: true });
        rest = &from[end..];
    }
    found.push(Piece { text: rest.to_owned(), link: false });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_cut_out_of_a_text() {
        let cut: Vec<(String, bool)> =
            pieces("Vai:\nhttp://a.example/x\nCiao").into_iter().map(|p| (p.text, p.link)).collect();
        assert_eq!(
            cut,
            [
                ("Vai:\n".to_owned(), false),
                ("http://a.example/x".to_owned(), true),
                ("\nCiao".to_owned(), false)
            ]
        );
    }
}
