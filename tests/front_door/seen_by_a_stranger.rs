//! What somebody found who used the program for the first time, each as the story in which it was met.

use percorso::domain::edition_file::Checked;
use percorso::domain::offering::Kind;
use percorso::domain::session::Hours;
use percorso::usecases::import_edition::Imported;

use crate::edition_drafts::state;
use crate::editions::with;
use crate::harness::TRAINER;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST, SECOND, change, moved, off, timed};
use crate::office_changes::{hidden, typed};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};
use crate::two_editions::next_season;

/// What stands between two marks of a page.
fn between<'p>(page: &'p Answer, start: &str, end: &str) -> &'p str {
    let (_, rest) = page.body.split_once(start).unwrap_or_else(|| panic!("no {start}: {}", page.body));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}: {}", page.body)).0
}

/// The first workshop is from two to six.
fn in_the_afternoon(file: &mut Checked) {
    file.offerings[0].sessions[0].hours =
        Some(Hours { start: "14:00:00".parse().unwrap(), end: "18:00:00".parse().unwrap() });
}

#[track_caller]
fn is_silent_about(page: &Answer, sentence: &str) {
    assert!(!page.text().contains(sentence), "«{sentence}»: {}", page.text());
}

on_both!(before_its_day_a_register_shows_its_marks_and_lets_nobody_set_or_save_them, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let mark = format!("presenza-{}", world.person(ADA).await);
    let trainer = world.signed_in(TRAINER).await;
    let page = trainer.get(&path).await;
    page.says("Prova Ada");
    page.says("Le presenze si segnano dal giorno dell’incontro in poi.");
    let row = |page: &Answer| {
        let (_, row) = page.body.split_once("<fieldset class=\"who").expect("a row");
        row.split('>').next().unwrap_or_default().contains(" disabled")
    };
    assert!(row(&page), "{}", page.body);
    is_silent_about(&page, "Salva presenze");
    let sent = trainer.post(&path, &[(mark.as_str(), "P")]).await;
    assert_eq!(sent.status, 422);
    sent.says("Le presenze non sono salvate");
    is_silent_about(&sent, "salva di nuovo");
    sent.says("Avevi messo P: non è salvato.");
    world.go_to("2014-09-24T07:40:00Z").await;
    let page = world.signed_in(TRAINER).await.get(&path).await;
    assert!(!row(&page), "{}", page.body);
    assert!(page.body.contains(&format!("name=\"{mark}\" value=\"P\"")), "{}", page.text());
    page.says("Salva presenze");
});

on_both!(a_mark_that_came_after_the_closing_is_named_as_not_kept_beside_the_one_that_stands, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T15:00:00Z").await;
    let path = format!("/aula/{}", world.session("workshop-1", 1).await);
    let ada = world.person(ADA).await;
    world.register("workshop-1", 1, &[(ADA, "R")]).await;
    let (mark, seen) = (format!("presenza-{ada}"), format!("vista-{ada}"));
    let trainer = world.signed_in(TRAINER).await;
    let late = trainer.post(&path, &[(mark.as_str(), "A"), (seen.as_str(), "")]).await;
    assert_eq!(late.status, 422);
    late.says("Le presenze non sono salvate");
    late.says("R · In ritardo");
    late.says("Avevi messo A: non è salvato.");
    is_silent_about(&late, "A · Assente");
    let again = trainer.get(&path).await;
    again.says("R · In ritardo");
    is_silent_about(&again, "Avevi messo");
});

on_both!(the_way_up_from_an_offering_leads_to_the_dates_of_its_own_edition, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-1").await);
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    let page = world.admin().await.get(&path).await;
    assert_eq!(page.status, 200);
    let up = between(&page, "id=\"modulo\"><p><a href=\"", "\"");
    assert_eq!(up, "/gestione/offerte?edizione=autunno-2014");
});

on_both!(an_edition_that_is_checked_before_it_is_shown_names_its_dates_apart_from_its_titles, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let stato = "/gestione/edizioni/autunno-2014/stato";
    assert_eq!(crate::edition_drafts::step(&admin, stato, "bozza").await, 303);
    let seen = hidden(&admin.get(stato).await, "id=\"pubblica\"");
    let checked = admin.post(stato, &with(&seen, &[("azione", "controlla")])).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    let lines = between(&checked, "id=\"scelte\"", "</ul>");
    let glued = lines.split("</b>").skip(1).filter(|rest| !rest.starts_with("<br>")).count();
    assert_eq!((lines.matches("</b>").count(), glued), (6, 0), "{lines}");
});

on_both!(of_a_course_without_dates_nobody_is_promised_a_button_that_its_page_does_not_have, |world| {
    world
        .programme(|file| {
            let course = file.offerings.iter_mut().filter(|offering| offering.kind == Kind::Course);
            for session in course.flat_map(|offering| offering.sessions.iter_mut()) {
                session.date = None;
            }
        })
        .await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}/stato", world.offering("corso").await);
    assert_eq!(state(&admin, &path, "id=\"pubblica\"", &[("azione", "bozza")]).await.0, 303);
    let page = admin.get(&path).await;
    page.says("la scheda compare: il posto lo può chiedere chi ha i workshop che servono.");
    page.says("Non ha una data: si legge «Data in arrivo».");
    is_silent_about(&page, "Iscriviti");
    is_silent_about(&page, "si fa avvisare");
});

on_both!(the_button_that_saves_a_change_says_who_has_to_be_called, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    person_of(&by_phone(world, &admin, "Ugo", "workshop-2", &[]).await);
    let path = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let mut form = typed(["7", "10", "2014"], ["9:30", "17.00"], "Sala AMALO, Milano");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let checked = admin.post(&path, &form).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    checked.says("1 persona non ha un’email: va avvisata per telefono.");
    checked.says("Salva: 1 telefonata da fare");
    is_silent_about(&checked, "senza avvisare nessuno");
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let both = world.admin().await.post(&path, &form).await;
    both.says("Salva e avvisa 1 persona; 1 telefonata da fare");
    form.retain(|(name, _)| *name != "azione");
    form.push(("azione", "salva"));
    assert_eq!(world.admin().await.post(&path, &form).await.status, 303);
});

on_both!(a_workshop_that_is_called_off_looks_free_to_nobody_in_the_office, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let workshop = world.offering("workshop-1").await;
    change(world, vec![off(workshop)]).await;
    let admin = world.admin().await;
    let board = admin.get("/gestione").await;
    let dots = between(&board, "class=\"pips\" aria-hidden=\"true\">", "</span>");
    assert!(dots.starts_with("<i class=\"x\"></i><i class=\"b\"></i>"), "{dots}");
    board.says("libero");
    board.says("annullato");
    let people = admin.get("/gestione/iscritti").await;
    people.says("Primo workshop, annullato");
});

on_both!(a_begin_that_is_moved_to_a_few_minutes_from_now_is_told_at_once, |world| {
    world.programme(in_the_afternoon).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:51:00Z").await;
    let last = || world.mails_to(ADA).pop().unwrap().kind().to_owned();
    let later = timed("2014-09-24", "13:00:00", "18:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, later).await]).await;
    world.settle().await;
    assert_ne!(last(), "session-changed", "three hours before, another change may still join it");
    let near = timed("2014-09-24", "10:00:00", "18:00:00", None);
    change(world, vec![moved(world, "workshop-1", 1, near).await]).await;
    world.settle().await;
    assert_eq!(last(), "session-changed", "nine minutes before");
});

on_both!(whoever_moves_a_begin_to_a_few_minutes_from_now_reads_before_that_it_is_told_at_once, |world| {
    world.programme(in_the_afternoon).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.go_to("2014-09-24T07:51:00Z").await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    let admin = world.admin().await;
    for (begin, near) in [("10:00", true), ("13:00", false)] {
        let mut form = typed(["24", "9", "2014"], [begin, "18:00"], "");
        form.extend([("versione", "1"), ("azione", "controlla")]);
        let checked = admin.post(&path, &form).await;
        assert_eq!(checked.status, 200, "{}", checked.text());
        let said = checked
            .text()
            .contains("Manca meno di un’ora all’inizio: le mail con il cambiamento partono subito.");
        assert_eq!(said, near, "{begin}");
    }
    let mut form = typed(["24", "9", "2014"], ["10:00", "18:00"], "");
    form.extend([("versione", "1"), ("azione", "salva")]);
    let saved = admin.post(&path, &form).await;
    assert_eq!((saved.status, saved.location), (303, Some(format!("{path}?fatto=changed"))));
});
