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
mod applications_told;
mod audit;
mod board;
mod called_off;
mod calls_said;
mod certificate_batches;
mod certificate_checks;
mod certificates;
mod certificates_in_doubt;
mod changes;
mod corrections;
mod corrections_certificate;
mod corrections_followed;
mod corrections_refused;
mod day_lines;
mod disputes;
mod drop_outs;
mod edition_drafts;
mod edition_letters;
mod edition_papers;
mod edition_roles;
mod edition_seasons;
mod editions;
mod erasing;
mod feeds;
mod feeds_fetched;
mod finished_course;
mod forgetting;
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
mod letters_together;
mod mail_links;
mod names;
mod names_everywhere;
mod notes;
mod offer_pages;
mod offers;
mod office;
mod office_care;
mod office_changes;
mod office_meanwhile;
mod office_post;
mod office_roles;
mod office_statements;
mod outbox;
mod own_pages;
mod pages;
mod papers_read;
mod path;
mod phone_sign_ups;
mod pointers;
mod quiet_time;
mod register;
mod roles;
mod roles_people;
mod rule_ended;
mod sign_in;
mod sign_up;
mod sign_up_again;
mod staff_letters;
mod stale_pages;
mod stampede;
mod stampede_changes;
mod tasks;
mod traces;
mod two_editions;
mod two_phones;
mod waiting_list_model;
mod walk_ins;
mod withdrawing;
mod worked_on;
