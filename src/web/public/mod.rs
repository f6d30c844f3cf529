//! Pages for everybody.

use rocket::Route;

pub mod calendar;
pub mod check;
pub mod confirm;
pub mod course;
pub mod demo_mail;
pub mod health;
pub mod leave;
pub mod new_address;
pub mod offer;
pub mod programme;
pub mod reference;
pub mod sign_in;
pub mod sign_up;
pub mod sign_up_form;
pub mod tell_me;
pub mod workshop;

/// All routes for everybody.
pub fn routes() -> Vec<Route> {
    let files = [
        programme::routes(),
        workshop::routes(),
        sign_up::routes(),
        confirm::routes(),
        tell_me::routes(),
        course::routes(),
        sign_in::routes(),
        leave::routes(),
        new_address::routes(),
        offer::routes(),
        reference::routes(),
        demo_mail::routes(),
        health::routes(),
        calendar::routes(),
        check::routes(),
    ];
    files.concat()
}
