//! Pages for somebody who is signed in: what is theirs, and nothing else.

use rocket::Route;

pub mod confirmed;
pub mod course_enrolment;
pub mod leave;
pub mod my_path;
pub mod path_view;

/// All routes for participants.
pub fn routes() -> Vec<Route> {
    [my_path::routes(), confirmed::routes(), leave::routes(), course_enrolment::routes()].concat()
}
