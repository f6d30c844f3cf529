//! Letters become mails and leave: the only layer that says `lettre`.
//!
//! [`compose`] turns a stored letter into the bytes of its message, the same at every try; [`transport`] hands
//! them to an SMTP server, or writes them as files.

pub mod compose;
pub mod postman;
pub mod read;
mod subject;
pub mod transport;
