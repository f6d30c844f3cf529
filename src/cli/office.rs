//! `migrate`, `grant`, `mail-test`: small things for whoever runs the server.

use std::process::ExitCode;

use super::{DataArgs, Failure, lock, open, say};
use crate::domain::person::{EmailAddress, Language};
use crate::domain::role::Role;
use crate::mail::compose::Stored;
use crate::mail::postman::Postman;
use crate::mail::transport::{Handed, Transport};
use crate::usecases::Actor;
use crate::usecases::grant_role::{Named, grant_role};
use crate::usecases::send_letters::{Answer, record};
use crate::usecases::write_test_mail::write_test_mail;
use crate::words::Views;

/// An address from the command line.
pub fn address(email: &str) -> Result<EmailAddress, Failure> {
    EmailAddress::parse(email).map_err(|_| Failure::new(format!("«{email}» is no e-mail address")))
}

/// Makes the database or brings it up to date.
pub async fn migrate(args: &DataArgs) -> Result<ExitCode, Failure> {
    let settings = open::settings(&args.data)?;
    open::folder(&args.data)?;
    open::store(&args.data, &settings).await?.close().await?;
    say("The database is up to date.");
    Ok(ExitCode::SUCCESS)
}

/// Takes another secret key in the place of one that is lost.
pub async fn accept_key(args: &DataArgs) -> Result<ExitCode, Failure> {
    let settings = open::settings(&args.data)?;
    open::has_database(&args.data, &settings)?;
    let _served_by_nobody = match settings.database {
        None => Some(lock::hold(&args.data).await?),
        Some(_) => None,
    };
    let secret = open::any_secret(&args.data, &settings)?;
    let store = open::store(&args.data, &settings).await?;
    let desk = open::desk_with(&settings, secret, store).await?;
    let taken = crate::usecases::accept_key::accept_key(&desk).await?;
    desk.store.close().await?;
    say(if taken {
        "The database has this key from now on. Everybody signs in anew and subscribes to a new calendar address; links in mails that have left are dead."
    } else {
        "The database has this key already: nothing changed."
    });
    Ok(ExitCode::SUCCESS)
}

/// Gives a role.
pub async fn grant(email: &str, role: &str, args: &DataArgs) -> Result<ExitCode, Failure> {
    let Some(role) = Role::from_code(role) else {
        return Err(Failure::new(format!(
            "«{role}» is no role that can be granted here: it must be admin, secretary or reader. Trainers are named in the edition's file"
        )));
    };
    let email = address(email)?;
    let settings = open::settings(&args.data)?;
    // The first admin may come before anything else: then the database is made, and it is said where.
    let new = open::has_database(&args.data, &settings).is_err();
    let desk = open::desk(&args.data, &settings).await?;
    grant_role(&desk, &email, Named::default(), role, Actor::Command).await?;
    desk.store.close().await?;
    let folder = args.data.display();
    if new {
        say(format!("A new database was made in {folder}."));
    }
    say(format!("{email} has the role {}; data folder: {folder}", role.code()));
    Ok(ExitCode::SUCCESS)
}

/// Sends a test mail at once and says what the server answered.
pub async fn mail_test(email: &str, args: &DataArgs) -> Result<ExitCode, Failure> {
    let email = address(email)?;
    let settings = open::settings(&args.data)?;
    let mails = super::serve::mail_folder(&args.data);
    let transport = match (settings.demo.is_some(), settings.mail.as_deref()) {
        (true, _) => Transport::files(&mails)?,
        (false, Some("none")) => {
            return Err(Failure::new("mail = \"none\": no mail leaves. Set mail to an SMTP server first"));
        }
        (false, None) => {
            return Err(Failure::new(
                "mail is missing: write \"none\", or an SMTP server like \"smtps://user:password@mail.example.org:465\"",
            ));
        }
        (false, Some(url)) => Transport::smtp(url).map_err(|_| {
            Failure::new("mail cannot be used: the address of the SMTP server cannot be read")
        })?,
    };
    let desk = open::desk(&args.data, &settings).await?;
    let views = Views::load().map_err(Failure::new)?;
    let row = write_test_mail(&desk, &email, Some("mail-test")).await?;
    let stored = Stored {
        payload: &row.payload,
        language: Language::It,
        message_id: &row.message_id,
        in_reply_to: None,
        dated: row.dated,
    };
    let (answer, result) = match Postman::new(views, transport).deliver(&stored, &row.kind).await {
        Handed::Over => (Answer::Taken, Ok(())),
        Handed::Later(why) => (
            Answer::Refused(why.clone()),
            Err(Failure::new(format!("the mail server did not take it: {why}"))),
        ),
        Handed::Refused(why) => {
            (Answer::Refused(why.clone()), Err(Failure::new(format!("the mail server refused it: {why}"))))
        }
    };
    record(&desk, &row, answer).await?;
    desk.store.close().await?;
    result?;
    say(match settings.demo {
        Some(_) => format!("The demo sends nothing: the mail to {email} lies in {}.", mails.display()),
        None => format!("The mail server took the mail to {email}."),
    });
    Ok(ExitCode::SUCCESS)
}
