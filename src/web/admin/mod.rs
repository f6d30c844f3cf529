//! Pages of the office: the board, the people, one person with their history; sessions and offerings with what a
//! change of them means; the letters.

use rocket::Route;

pub mod acts;
mod application_rests;
pub mod applications;
pub mod attendance_view;
pub mod audit;
mod audit_changes;
pub mod audit_undo;
pub mod audit_view;
pub mod board;
pub mod board_filters;
mod board_members;
pub mod board_rows;
pub mod board_view;
pub mod call_views;
pub mod calls;
pub mod certificate_acts;
pub mod certificate_erased;
pub mod certificate_filters;
pub mod certificate_rows;
pub mod certificates;
pub mod choosable;
mod clash_view;
mod closed_registers;
pub mod correction;
pub mod course_days;
pub mod day_list;
pub mod disputes;
pub mod edition_add;
pub mod edition_edit;
pub mod edition_form;
pub mod edition_links;
pub mod edition_page;
pub mod edition_state;
pub mod edition_words;
pub mod editions;
pub mod end_rule;
pub mod enrol_person;
pub mod impact_codes;
pub mod impact_public;
pub mod impact_view;
pub mod last_change;
pub mod letter_preview;
pub mod line_view;
pub mod notes;
mod notices;
pub mod offering_cancel;
pub mod offering_edit;
pub mod offering_form;
pub mod offering_page;
pub mod offering_state;
pub mod offerings;
pub mod people;
pub mod person;
pub mod person_address;
pub mod person_data;
pub mod person_erase;
pub mod person_extra;
mod person_form;
pub mod person_history;
mod person_leads;
mod person_line;
pub mod person_name;
mod person_said;
pub mod person_view;
pub mod phone_form;
pub mod phone_sign_up;
pub mod post;
pub(super) mod reason;
pub mod roles;
pub mod session_edit;
pub mod session_form;
pub mod session_lead;
pub mod session_line;
mod session_ref;
pub mod statements;
pub mod tasks;
pub mod why;

/// All routes of the office.
pub fn routes() -> Vec<Route> {
    [
        board::routes(),
        people::routes(),
        person::routes(),
        acts::routes(),
        correction::routes(),
        disputes::routes(),
        tasks::routes(),
        end_rule::routes(),
        phone_sign_up::routes(),
        enrol_person::routes(),
        calls::routes(),
        person_name::routes(),
        person_data::routes(),
        person_erase::routes(),
        person_address::routes(),
        notes::routes(),
        applications::routes(),
        offerings::routes(),
        offering_edit::routes(),
        course_days::routes(),
        session_edit::routes(),
        session_lead::routes(),
        editions::routes(),
        edition_edit::routes(),
        edition_add::routes(),
        edition_state::routes(),
        offering_state::routes(),
        letter_preview::routes(),
        post::routes(),
        roles::routes(),
        audit::routes(),
        certificates::routes(),
        certificate_acts::routes(),
        statements::routes(),
    ]
    .concat()
}
