//! Pages for somebody who is signed in: what is theirs, and nothing else.

use rocket::Route;

pub mod appointments;
pub mod calendar;
pub mod confirmed;
pub mod corrected;
pub mod course_enrolment;
pub mod declined;
pub mod dispute;
pub mod documents;
pub mod leave;
pub mod my_path;
pub mod name;
pub mod offer;
pub mod path_view;
pub mod swap;

/// All routes for participants.
pub fn routes() -> Vec<Route> {
    [
        my_path::routes(),
        confirmed::routes(),
        leave::routes(),
        course_enrolment::routes(),
        calendar::routes(),
        dispute::routes(),
        offer::routes(),
        swap::routes(),
        documents::routes(),
        name::routes(),
    ]
    .concat()
}
