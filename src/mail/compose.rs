//! From a stored letter to a message: a pure function of its row. Complete as text and as HTML; the calendar
//! object last in the alternative and once more as an attachment, byte for byte (CALENDAR.md R1–R19).

use base64::Engine as _;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use serde_json::Value as Json;

use super::subject::subject;
use crate::calendar::invite;
use crate::domain::letter::{InviteFacts, Payload};
use crate::domain::person::Language;
use crate::words::Views;

/// What a row of the outbox says of one message.
#[derive(Clone, Debug)]
pub struct Stored<'a> {
    /// The payload as JSON.
    pub payload: &'a str,
    /// The language.
    pub language: Language,
    /// With its angle brackets; the same at every try.
    pub message_id: &'a str,
    /// The first message about the same invite.
    pub in_reply_to: Option<&'a str>,
    /// Date.
    pub dated: chrono::DateTime<chrono::Utc>,
}

/// Why a letter cannot become a message: a fault of ours, shown to the office.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The payload cannot be read.
    #[error("the stored letter cannot be read: {0}")]
    Payload(#[from] serde_json::Error),
    /// A template failed.
    #[error(transparent)]
    Words(#[from] crate::words::Error),
    /// An address no server would take.
    #[error("the address cannot be used: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The message cannot be put together.
    #[error("the message cannot be put together: {0}")]
    Message(String),
}

/// A letter in words.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar object with its method, where it carries one.
    pub calendar: Option<(String, &'static str)>,
}

/// Puts a letter into words; what previews show.
///
/// # Errors
/// A payload or template that does not fit.
pub fn render(views: &Views, payload: &str, language: Language) -> Result<(Payload, Rendered), Error> {
    let read: Payload = serde_json::from_str(payload)?;
    // From what was read, not from the row: one of before has no word for a fact that came later.
    let mut values: Json = serde_json::to_value(&read)?;
    let subject = subject(views.words(), &read, language);
    values["subject"] = Json::String(subject.clone());
    let code = read.letter.code();
    let text = views.render(&format!("mail/{code}.txt"), language, &values)?;
    let html = views.render(&format!("mail/{code}.html"), language, &values)?;
    let calendar = read.letter.invite().map(|facts| calendar(views, &read, facts, language));
    let rendered = Rendered { subject, text: text.trim_start().to_owned(), html, calendar };
    Ok((read, rendered))
}

fn calendar(
    views: &Views,
    payload: &Payload,
    facts: &InviteFacts,
    language: Language,
) -> (String, &'static str) {
    (
        invite::render(facts, &payload.sender, &payload.to, language, views.words()),
        invite::method_word(facts.method),
    )
}

/// The message, ready to hand over.
///
/// # Errors
/// A payload or template that does not fit, or an address that cannot be used.
pub fn compose(views: &Views, stored: &Stored<'_>) -> Result<Message, Error> {
    let (payload, rendered) = render(views, stored.payload, stored.language)?;
    let from = mailbox(&payload.sender.mailbox_name, &payload.sender.mailbox)?;
    let to = mailbox(&payload.to.full_name, &payload.to.address)?;
    let mut builder = Message::builder()
        .from(from)
        .to(to)
        .subject(&rendered.subject)
        .date(stored.dated.into())
        .message_id(Some(stored.message_id.to_owned()))
        .header(AutoSubmitted);
    if let Some(first) = stored.in_reply_to {
        builder = builder.in_reply_to(first.to_owned()).references(first.to_owned());
    }
    let boundary = boundary(stored.message_id);
    let mut alternative = MultiPart::alternative()
        .boundary(format!("{boundary}-a"))
        .singlepart(part(ContentType::TEXT_PLAIN, &rendered.text)?);
    alternative = alternative.singlepart(part(ContentType::TEXT_HTML, &rendered.html)?);
    let body = match &rendered.calendar {
        None => alternative,
        Some((stream, method)) => MultiPart::mixed()
            .boundary(format!("{boundary}-m"))
            .multipart(alternative.singlepart(calendar_part(stream, method)?))
            .singlepart(attachment(stream)?),
    };
    builder.multipart(body).map_err(|error| Error::Message(error.to_string()))
}

fn mailbox(name: &str, address: &str) -> Result<Mailbox, Error> {
    let address: Address = address.parse()?;
    Ok(Mailbox::new((!name.is_empty()).then(|| name.to_owned()), address))
}

/// Boundaries are made from the Message-ID: every try has the same bytes.
fn boundary(message_id: &str) -> String {
    let plain: String = message_id.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    format!("=_percorso_{plain}")
}

fn part(kind: ContentType, text: &str) -> Result<SinglePart, Error> {
    let body = Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| Error::Message("a text that cannot be encoded".into()))?;
    Ok(SinglePart::builder().header(kind).body(body))
}

/// No Content-Disposition: clients show it as an invitation, not as a file (R9).
fn calendar_part(stream: &str, method: &str) -> Result<SinglePart, Error> {
    let kind = ContentType::parse(&format!("text/calendar; charset=UTF-8; method={method}"))
        .map_err(|e| Error::Message(e.to_string()))?;
    Ok(SinglePart::builder().header(kind).body(base64_body(stream)))
}

fn attachment(stream: &str) -> Result<SinglePart, Error> {
    let kind = ContentType::parse("application/ics; name=\"invito.ics\"")
        .map_err(|e| Error::Message(e.to_string()))?;
    let attachment = Attachment::new("invito.ics".to_owned()).body(base64_body(stream), kind);
    debug_assert!(attachment.headers().get::<ContentDisposition>().is_some());
    Ok(attachment)
}

/// Base64 in lines of 76 (RFC 2045 section 6.8), of the stream as it is: its line ends are CRLF already (R7).
fn base64_body(stream: &str) -> Body {
    let encoded = base64::engine::general_purpose::STANDARD.encode(stream.as_bytes());
    let mut lines = String::with_capacity(encoded.len() + encoded.len() / 38);
    for chunk in encoded.as_bytes().chunks(76) {
        lines.push_str(&String::from_utf8_lossy(chunk));
        lines.push_str("\r\n");
    }
    Body::dangerous_pre_encoded(lines.into_bytes(), ContentTransferEncoding::Base64)
}

/// RFC 3834 section 5: no holiday message answers to this.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
