//! Pages for whoever leads a session: the list, the register, walk-ins, closing.

use rocket::Route;

pub mod close;
pub mod register;
pub mod register_view;
pub mod today;
pub mod walk_in;

/// All routes for trainers.
pub fn routes() -> Vec<Route> {
    [today::routes(), register::routes(), walk_in::routes(), close::routes()].concat()
}
