//! Pages of the office: the board, the people, one person with their history.

use rocket::Route;

pub mod acts;
pub mod board;
pub mod board_rows;
pub mod day_list;
pub mod people;
pub mod person;
pub mod person_view;

/// All routes of the office.
pub fn routes() -> Vec<Route> {
    [board::routes(), people::routes(), person::routes(), acts::routes()].concat()
}
