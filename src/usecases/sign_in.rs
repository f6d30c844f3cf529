//! A person proves who they are, by the link of a letter or by its code: 30 minutes, once, five tries.

use chrono::{DateTime, Utc};

use super::request_sign_in::code_mac;
use super::{Desk, No, Outcome};
use crate::secret::{Purpose, same};
use crate::store::sign_ins::{self, SignIn, SignInRequest};
use crate::store::{Tx, people};

/// How often a code may be typed wrong.
pub const TRIES: i64 = 5;

/// The answer to a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeAnswer {
    /// Right: the cookie of the new sign-in.
    SignedIn(String),
    /// Wrong, and so many tries are left.
    Wrong {
        /// Tries left.
        left: i64,
    },
    /// Used, expired, or tried too often: a new letter is needed.
    Over,
}

/// Whether a link can still be used, to show its page.
///
/// # Errors
/// A fault.
pub async fn link_is_good(desk: &Desk, token: &str) -> Outcome<bool> {
    let hash = desk.secret.hash(Purpose::SignInLink, token);
    let request = sign_ins::request_by_token(desk.store.reader(), &hash).await?;
    Ok(request.is_some_and(|request| usable(&request, desk.clock.now())))
}

/// Signs in by a link; gives the cookie.
///
/// # Errors
/// [`No::NotFound`] for a link that is unknown, used or expired.
pub async fn by_link(desk: &Desk, token: &str) -> Outcome<String> {
    let tx = desk.store.begin().await?;
    let hash = desk.secret.hash(Purpose::SignInLink, token);
    let request = sign_ins::request_by_token(&tx, &hash).await?.ok_or(No::NotFound)?;
    let cookie = finish(desk, &tx, &request).await?.ok_or(No::NotFound)?;
    tx.commit().await?;
    Ok(cookie)
}

/// Signs in by the six digits.
///
/// # Errors
/// [`No::NotFound`] for a handle nobody was given.
pub async fn by_code(desk: &Desk, handle: &str, code: &str) -> Outcome<CodeAnswer> {
    let tx = desk.store.begin().await?;
    let request = sign_ins::request_by_handle(&tx, handle).await?.ok_or(No::NotFound)?;
    let right = same(&code_mac(desk, handle, code), &request.code_mac);
    // Each try is counted before its answer is told, and stays counted.
    if !usable(&request, desk.clock.now()) || !sign_ins::count_try(&tx, request.id, TRIES).await? {
        return Ok(CodeAnswer::Over);
    }
    let answer = match (right, request.person_id) {
        (true, Some(_)) => finish(desk, &tx, &request).await?.map_or(CodeAnswer::Over, CodeAnswer::SignedIn),
        _ if request.tries + 1 >= TRIES => CodeAnswer::Over,
        _ => CodeAnswer::Wrong { left: TRIES - request.tries - 1 },
    };
    tx.commit().await?;
    Ok(answer)
}

fn usable(request: &SignInRequest, now: DateTime<Utc>) -> bool {
    request.used_at.is_none() && request.expires_at > now && request.tries < TRIES
}

async fn finish(desk: &Desk, tx: &Tx, request: &SignInRequest) -> Outcome<Option<String>> {
    let now = desk.clock.now();
    let Some(person_id) = request.person_id.filter(|_| usable(request, now)) else { return Ok(None) };
    if !sign_ins::use_request(tx, request.id, now).await? {
        return Ok(None);
    }
    people::lock(tx, &[person_id]).await?;
    let known = people::living(tx, person_id).await?;
    let Some(mut person) = known else { return Ok(None) };
    if person.email_confirmed_at.is_none() {
        person.email_confirmed_at = Some(now);
        people::save(tx, person).await?;
    }
    new_sign_in(desk, tx, person_id, now).await.map(Some)
}

/// Stores a sign-in; gives the token of its cookie, which is kept nowhere else.
pub(super) async fn new_sign_in(desk: &Desk, tx: &Tx, person_id: i64, now: DateTime<Utc>) -> Outcome<String> {
    let token = desk.random.token();
    let row = SignIn {
        id: 0,
        person_id,
        token_hash: desk.secret.hash(Purpose::Cookie, &token),
        created_at: now,
        expires_at: now + desk.policy.sign_in_lasts,
        revoked_at: None,
    };
    sign_ins::add(tx, row).await?;
    Ok(token)
}

/// Ends a sign-in.
///
/// # Errors
/// A fault.
pub async fn sign_out(desk: &Desk, sign_in_id: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    sign_ins::revoke(&tx, sign_in_id, desk.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Ends every sign-in of a person, on whatever device, and every link and code that would be one: whoever lost a device
/// need not wait until its sign-in is over.
///
/// # Errors
/// A fault.
pub async fn sign_out_everywhere(desk: &Desk, person_id: i64) -> Outcome<()> {
    let tx = desk.store.begin().await?;
    sign_ins::end_all(&tx, person_id, desk.clock.now()).await?;
    Ok(tx.commit().await?)
}
