//! What another rule, and days of the course that are called off, mean for people and for what everybody reads: said
//! before, and never twice.

use chrono::TimeDelta;
use percorso::domain::change::Edit;
use percorso::domain::days_short::DaysShort;
use percorso::domain::edition::Rule;
use percorso::domain::edition_file::{self, write};
use percorso::domain::impact::{Impact, RuleLine};
use percorso::store::audit::{self, Wanted};
use percorso::store::newest::Part;
use percorso::usecases::change_programme::Recorded;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::{Imported, preview_import};

use crate::day_lines::{leads, to};
use crate::editions::edition;
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, change, moved, off, on, on_the_course, rule};
use crate::on_both;

const KEY: &str = "autunno-2014";
const NOTHING: &str = "Niente: nessuno riceve una mail, e in pubblico si legge quello di prima.";

/// Sends the form of the rule, as whoever sees the edition as it stands; `typed` is what differs from two workshops, six
/// days, places at once.
async fn send(world: &World, typed: &[(&str, &str)], button: &str) -> Answer {
    let version = edition(world, KEY).await.edition.version.to_string();
    let mut fields =
        vec![("provvisori", "si"), ("riporto", "si"), ("versione", version.as_str()), ("azione", button)];
    fields.push(("motivo", "Deciso in riunione"));
    for usual in [("richiesti", "2"), ("giornate", "6"), ("ammissione", "immediate")] {
        if typed.iter().all(|(name, _)| *name != usual.0) {
            fields.push(usual);
        }
    }
    fields.extend_from_slice(typed);
    world.admin().await.post(&format!("/gestione/edizioni/{KEY}/regola"), &fields).await
}

async fn ask_for(world: &World, certificate_days: Option<u32>) -> Impact {
    let to = Rule { certificate_days, ..rule(world).await };
    change(world, vec![Edit::Rule { to }]).await
}

on_both!(another_rule_says_what_everybody_reads_of_it_before_and_after, |world| {
    world.programme(|file| file.edition.rule.certificate_days = Some(6)).await;
    let typed = [
        ("richiesti", "3"),
        ("giornate", "4"),
        ("ammissione", "decision"),
        ("chiude_giorno", "17"),
        ("chiude_mese", "10"),
        ("chiude_anno", "2014"),
    ];
    let checked = send(world, &typed, "regola").await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    for line in [
        "Workshop da frequentare: Prima: 2 → Dopo: 3",
        "Giornate per l’attestato: Prima: 6 → Dopo: 4",
        "Ultimo giorno per iscriversi: Prima: non si legge → Dopo: venerdì 17 ottobre",
        "Il posto nel corso: Prima: va subito a chi ha i workshop → Dopo: lo decide una persona",
    ] {
        checked.says(line);
    }
    assert!(!checked.text().contains(NOTHING), "{}", checked.text());
    send(world, &[("ritardo", "30")], "regola").await.says(NOTHING);
    let mut file = export_edition(&world.desk, KEY).await.unwrap();
    file.edition.rule.required = 3;
    let looked = preview_import(&world.desk, &file).await.expect("it may be imported");
    let three = RuleLine { field: "required", before: Some("2".into()), after: Some("3".into()) };
    assert_eq!(looked.impact.rule, [three]);
});

on_both!(another_number_of_days_names_who_cannot_reach_it_any_more_and_who_can_again, |world| {
    on_the_course(world).await;
    ask_for(world, Some(5)).await;
    for (number, evening) in [(1, "2014-10-22T15:00:00Z"), (2, "2014-10-29T16:00:00Z")] {
        world.go_to(evening).await;
        world.register("corso", number, &[(ADA, "P"), (BEA, "A")]).await;
        world.wait(TimeDelta::minutes(31)).await;
    }
    let bea = world.person(BEA).await;
    let checked = send(world, &[], "regola").await;
    checked.says("1 persona non arriva più alle giornate per l’attestato.");
    checked.says("Prova Bea");
    let line = "persona non arriva alle giornate";
    assert_eq!(leads(world, line).await, None);
    let six = ask_for(world, Some(6)).await;
    assert_eq!((six.days_out, six.days_back, six.days_last), (vec![bea], vec![], vec![]));
    let board = format!("/gestione?edizione={KEY}&filtro=days-at-risk");
    assert_eq!(leads(world, line).await, to(&board), "as the impact said");
    let checked = send(world, &[("giornate", "5")], "regola").await;
    checked.says("1 persona può di nuovo arrivare alle giornate per l’attestato.");
    checked.says("1 persona non può più mancare a nessuna giornata.");
    let five = ask_for(world, Some(5)).await;
    assert_eq!((five.days_out, five.days_back, five.days_last), (vec![], vec![bea], vec![bea]));
    assert_eq!(leads(world, line).await, None);
    let seventh = world.session("corso", 7).await;
    let fewer = change(world, vec![Edit::CancelSession { session: seventh }]).await;
    assert_eq!(
        (fewer.days_out, fewer.days_short),
        (vec![bea], None),
        "two missed of six, and five are needed"
    );
    assert_eq!(leads(world, line).await, to(&board));
});

/// Ada and Bea are on the course, and of its seven days two are called off: the certificate asks for six.
async fn two_days_off(world: &World) {
    on_the_course(world).await;
    ask_for(world, Some(6)).await;
    let (sixth, seventh) = (world.session("corso", 6).await, world.session("corso", 7).await);
    let one = change(world, vec![Edit::CancelSession { session: sixth }]).await;
    assert_eq!(one.days_short, None);
    let path = format!("/gestione/sessioni/{seventh}");
    let admin = world.admin().await;
    let checked = admin.post(&path, &[("versione", "1"), ("azione", "annulla")]).await;
    checked.says("Restano 5 giornate, e per l’attestato ne servono 6: dopo, cambia la regola.");
    checked.says("Giornate per l’attestato: Prima: 6 → Dopo: non si legge");
    let link = format!("href=\"/gestione/edizioni/{KEY}#regola\"");
    assert!(checked.body.contains(&link), "{}", checked.body);
    let two = change(world, vec![Edit::CancelSession { session: seventh }]).await;
    assert_eq!(two.days_short, Some(DaysShort { needed: 6, held: 5 }));
    assert_eq!((two.days_out, two.days_last), (vec![], vec![]), "no absence is too much");
}

on_both!(a_course_with_too_few_days_for_the_certificate_is_said_until_the_rule_follows, |world| {
    two_days_off(world).await;
    let line = "giornate servono per l’attestato, ma il corso ne ha 5.";
    let rule_page = format!("/gestione/edizioni/{KEY}#regola");
    assert_eq!(leads(world, line).await, to(&rule_page));
    assert_eq!(leads(world, "persone non arrivano alle giornate").await, None, "nobody was absent");
    let soon = "Quante giornate servono per l’attestato lo diciamo presto.";
    let ada = world.signed_in(ADA).await;
    for page in [world.browser().get("/corso").await, ada.get("/mio-percorso").await] {
        page.says(soon);
        assert!(!page.text().contains("giornate su 5"), "{}", page.text());
    }
    world.go_to("2014-10-22T16:00:00Z").await;
    world.register("corso", 1, &[(ADA, "P"), (BEA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let begun = world.signed_in(ADA).await.get("/mio-percorso").await;
    begun.says("Giornate frequentate: 1 su 5");
    assert!(!begun.text().contains("Parliamo del tuo attestato"), "{}", begun.text());
    assert_eq!(leads(world, line).await, to(&rule_page));
    ask_for(world, Some(5)).await;
    assert_eq!(leads(world, line).await, None);
    world.browser().get("/corso").await.says("Servono almeno 5 giornate su 5.");
});

on_both!(a_rule_with_more_days_than_are_left_hinders_no_other_change_of_it, |world| {
    two_days_off(world).await;
    let other = send(world, &[("ritardo", "30")], "regola-conferma").await;
    assert_eq!(other.status, 303, "{}", other.text());
    let stands = edition(world, KEY).await.edition.rule();
    assert_eq!((stands.lateness_minutes, stands.certificate_days), (Some(30), Some(6)));
    let typed = send(world, &[("giornate", "7")], "regola-conferma").await;
    assert_eq!(typed.status, 422, "a number that is typed now is one that can be reached");
    typed.says("Il corso ha meno giornate: nessuno arriverebbe a questo numero");
    let five = send(world, &[("giornate", "5")], "regola-conferma").await;
    assert_eq!(five.status, 303, "{}", five.text());
});

on_both!(an_edition_with_too_few_days_for_its_certificate_goes_out_and_comes_in_again, |world| {
    two_days_off(world).await;
    let out = write(&export_edition(&world.desk, KEY).await.unwrap());
    let file = edition_file::read(&out).expect("the file reads");
    assert_eq!(file.edition.rule.certificate_days, Some(6));
    let elsewhere = World::new(world.database.another().await).await;
    assert_eq!(elsewhere.import(&file).await, Ok(Imported::Created));
    assert_eq!(write(&export_edition(&elsewhere.desk, KEY).await.unwrap()), out);
});

on_both!(a_workshop_that_was_called_off_is_not_called_off_again_by_every_later_change, |world| {
    world.programme(|_| {}).await;
    let (first, third) = (world.offering("workshop-1").await, world.offering("workshop-3").await);
    let about = |impact: &Impact| -> Vec<i64> { impact.public.iter().map(|line| line.offering).collect() };
    let called_off = change(world, vec![off(third)]).await;
    assert_eq!(about(&called_off), [third, third], "its session, and itself");
    let later = change(world, vec![moved(world, "workshop-1", 1, on("2014-09-25")).await]).await;
    assert_eq!(about(&later), [first]);
    let newest = Wanted { act: Some("change_programme".to_owned()), ..Wanted::default() };
    let part = Part { before: 0, most: 1, total: 1 };
    let row = audit::page(world.desk.store.reader(), &newest, part).await.unwrap().remove(0);
    let recorded: Recorded = serde_json::from_str(&row.detail.unwrap()).unwrap();
    assert_eq!(about(&recorded.impact), [first], "nor in what is kept of it");
});

on_both!(a_rule_changes_with_a_reason_that_stays_in_the_history, |world| {
    world.programme(|_| {}).await;
    let (admin, course) = (world.admin().await, world.offering("corso").await);
    let pages = [
        (format!("/gestione/edizioni/{KEY}/regola"), "versione", "5"),
        (format!("/gestione/offerte/{course}"), "versione_edizione", "4"),
    ];
    for (path, version, days) in &pages {
        let seen = edition(world, KEY).await.edition;
        let number = seen.version.to_string();
        let typed =
            [("richiesti", "2"), ("provvisori", "si"), ("riporto", "si"), ("ammissione", "immediate")];
        let mut form = typed.to_vec();
        form.extend([("giornate", *days), (*version, number.as_str()), ("azione", "regola-conferma")]);
        for (why, said) in [("", "Scrivi il motivo."), (&*"è".repeat(501), "500")] {
            let mut without = form.clone();
            without.push(("motivo", why));
            let page = admin.post(path, &without).await;
            assert_eq!(page.status, 422, "{path}");
            page.says(said);
            page.says("Cosa cambia per le persone");
            assert!(page.body.contains("id=\"motivo-e\"") && page.body.contains(why), "{}", page.body);
            assert_eq!(edition(world, KEY).await.edition, seen, "nothing is saved");
        }
        let why = format!("Le aule sono libere {days} giorni");
        form.push(("motivo", why.as_str()));
        assert_eq!(admin.post(path, &form).await.status, 303, "{path}");
        let history = admin.get("/gestione/storia").await;
        history.says(&format!("«{why}»"));
        history.says("ha cambiato il programma: Autunno 2014");
    }
});
