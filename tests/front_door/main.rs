//! Every test that drives the program through its front door: pages, forms, mails, on SQLite and on PostgreSQL.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says why"
)]

mod harness;

mod added_days;
mod addresses;
mod applications;
mod audit;
mod called_off;
mod certificate_checks;
mod certificates;
mod changes;
mod closing_preview;
mod corrections;
mod corrections_certificate;
mod corrections_refused;
mod course_addresses;
mod disputes;
mod edition_drafts;
mod edition_letters;
mod edition_roles;
mod edition_seasons;
mod editions;
mod erasing;
mod feeds;
mod feeds_fetched;
mod finished_course;
mod foreign_objects;
mod forgetting;
mod health;
mod held;
mod hostile;
mod import;
mod invite_details;
mod invite_rules;
mod invites;
mod invites_given_up;
mod journey;
mod laws;
mod letter_facts;
mod letter_samples;
mod letter_snapshots;
mod letter_states;
mod letter_states_corrections;
mod letters;
mod letters_tried_again;
mod limits;
mod line_reasons;
mod mail_html;
mod mail_links;
mod names;
mod notes;
mod offer_pages;
mod offers;
mod office;
mod office_care;
mod office_changes;
mod office_meanwhile;
mod office_post;
mod office_roles;
mod outbox;
mod own_affairs;
mod pages;
mod past_days;
mod path;
mod path_sentences;
mod phone_sign_ups;
mod pointers;
mod public_calendars;
mod quiet_time;
mod register;
mod roles;
mod roles_people;
mod sign_in;
mod sign_up;
mod sign_up_again;
mod sign_up_form;
mod staff_letters;
mod stale_pages;
mod stampede;
mod stampede_changes;
mod stampede_office;
mod stream_rules;
mod swap_mails;
mod tasks;
mod traces;
mod two_editions;
mod two_phones;
mod two_registers;
mod waiting_list_model;
mod walk_ins;
mod withdrawing;
mod worked_on;
