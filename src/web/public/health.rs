//! Whether the program is well, for whoever watches it: the database reached, and the age of the outbox.

use rocket::http::Status;
use rocket::serde::Serialize;
use rocket::{Route, get, routes};

use crate::store::outbox;
use crate::web::guards::Anyone;

#[derive(Serialize)]
#[serde(crate = "rocket::serde")]
struct Health {
    database: &'static str,
    /// Seconds by which the oldest due letter is late; 0 = none is.
    outbox_age_seconds: i64,
}

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![health]
}

#[get("/health")]
async fn health(who: Anyone) -> (Status, (rocket::http::ContentType, String)) {
    let visit = who.0;
    let store = &visit.app.desk.store;
    let due = match store.ping().await {
        Ok(()) => outbox::next_due(store.reader()).await,
        Err(error) => Err(error),
    };
    let (status, health) = match due {
        Ok(due) => (
            Status::Ok,
            Health {
                database: "ok",
                outbox_age_seconds: due.map_or(0, |due| (visit.now - due).num_seconds().max(0)),
            },
        ),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (Status::ServiceUnavailable, Health { database: "unreachable", outbox_age_seconds: 0 })
        }
    };
    let text = serde_json::to_string(&health).unwrap_or_default();
    (status, (rocket::http::ContentType::JSON, text))
}
