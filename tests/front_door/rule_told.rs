//! What a change of the rule does to people is said with their names before it is made; a last day to enrol that nobody can
//! mean is refused; and whoever decides reads on what an application is based.

use chrono::TimeDelta;
use percorso::domain::edition::CourseAdmission;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::corrections::{hold, two_workshops_held};
use crate::editions::{edition, with};
use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, BEA, FIRST, SECOND};
use crate::office_changes::hidden;
use crate::on_both;
use crate::two_editions::next_season;

const KEY: &str = "autunno-2014";
const NEXT: &str = "autunno-2015";
const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const NOTHING: &str = "Niente: nessuno riceve una mail, e in pubblico si legge quello di prima.";
const MORE: &str = "mancheranno più workshop di adesso.";
const FEWER: &str = "mancheranno meno workshop di adesso.";

/// What is typed into the form of the rule.
struct Typed<'a> {
    required: &'a str,
    /// Day, month and year of the last day to enrol.
    closes: [&'a str; 3],
    lateness: &'a str,
    /// Whether workshops of earlier editions count.
    earlier: bool,
}

/// The rule as it was announced.
const ANNOUNCED: Typed<'static> = Typed { required: "2", closes: ["", "", ""], lateness: "", earlier: true };

/// Sends the form of the rule, as whoever sees the edition as it stands.
async fn send(world: &World, key: &str, typed: &Typed<'_>, button: &str) -> Answer {
    let version = edition(world, key).await.edition.version.to_string();
    let [day, month, year] = typed.closes;
    let mut fields = vec![
        ("richiesti", typed.required),
        ("provvisori", "si"),
        ("ammissione", "immediate"),
        ("ritardo", typed.lateness),
        ("chiude_giorno", day),
        ("chiude_mese", month),
        ("chiude_anno", year),
        ("versione", version.as_str()),
        ("azione", button),
        ("motivo", "Deciso in riunione"),
    ];
    if typed.earlier {
        fields.push(("riporto", "si"));
    }
    world.admin().await.post(&format!("/gestione/edizioni/{key}/regola"), &fields).await
}

/// Ada was at one workshop of the first season and Bea at two; Ada takes part in the next one.
async fn next_season_begun(world: &World, admission: CourseAdmission) {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let mut file = next_season();
    file.edition.rule.course_admission = admission;
    assert_eq!(world.import(&file).await, Ok(Imported::Created));
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{THIRD}-2015/iscrizione"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
}

on_both!(taking_away_the_workshops_of_earlier_editions_says_so_and_names_who_needs_more, |world| {
    next_season_begun(world, CourseAdmission::Immediate).await;
    let same = send(world, NEXT, &Typed { lateness: "30", ..ANNOUNCED }, "regola").await;
    same.says(NOTHING);
    let checked = send(world, NEXT, &Typed { earlier: false, ..ANNOUNCED }, "regola").await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    assert!(!checked.text().contains(NOTHING), "{}", checked.text());
    checked.says("Workshop di edizioni precedenti: Prima: sì → Dopo: no");
    checked.says(&format!("A 1 persona {MORE} I nomi Prova Ada"));
    assert!(!checked.text().contains("Nelle pagine pubbliche:"), "the public pages do not say it");
    let saved = send(world, NEXT, &Typed { earlier: false, ..ANNOUNCED }, "regola-conferma").await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let back = send(world, NEXT, &ANNOUNCED, "regola").await;
    back.says("Workshop di edizioni precedenti: Prima: no → Dopo: sì");
    back.says(&format!("A 1 persona {FEWER} I nomi Prova Ada"));
});

on_both!(a_higher_number_of_workshops_names_who_needs_more_but_nobody_who_has_reached_the_rule, |world| {
    two_workshops_held(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let checked = send(world, KEY, &Typed { required: "3", ..ANNOUNCED }, "regola").await;
    checked.says("Workshop da frequentare: Prima: 2 → Dopo: 3");
    checked.says(&format!("A 1 persona {MORE} I nomi Prova Ada"));
    assert!(!checked.text().contains("Prova Bea"), "what she reached stays hers: {}", checked.text());
    assert!(!checked.text().contains(FEWER), "{}", checked.text());
});

on_both!(a_lower_number_of_workshops_names_who_needs_fewer_and_apart_from_them_who_reaches_it, |world| {
    world.programme(|file| file.edition.rule.required = 3).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    hold(world, &[(ADA, "P"), (BEA, "P")], &[(ADA, "A"), (BEA, "P")]).await;
    let checked = send(world, KEY, &ANNOUNCED, "regola").await;
    checked.says("1 persona arriva ai workshop che servono. I nomi Prova Bea");
    checked.says(&format!("A 1 persona {FEWER} I nomi Prova Ada"));
    assert!(!checked.text().contains(MORE), "{}", checked.text());
});

on_both!(a_last_day_to_enrol_is_typed_from_today_to_the_first_day_of_the_course, |world| {
    world.programme(|_| {}).await;
    let past =
        "Scrivi oggi o un giorno più avanti: l’ultimo giorno per iscriversi non può essere già passato";
    let late =
        "Scrivi un giorno che non viene dopo il primo giorno del corso: da allora nessuno si iscrive più";
    let wrong = [
        (["1", "1", "2012"], past),
        (["14", "9", "2014"], past),
        (["23", "10", "2014"], late),
        (["1", "3", "2015"], late),
    ];
    for (closes, why) in wrong {
        for button in ["regola", "regola-conferma"] {
            let page = send(world, KEY, &Typed { closes, ..ANNOUNCED }, button).await;
            assert_eq!(page.status, 422, "{closes:?}");
            page.says(why);
            assert!(page.body.contains(&format!("value=\"{}\"", closes[2])), "what was typed stays");
        }
    }
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let typed = [
        ("richiesti", "2"),
        ("provvisori", "si"),
        ("chiude_giorno", "23"),
        ("chiude_mese", "10"),
        ("chiude_anno", "2014"),
        ("versione_edizione", "1"),
        ("azione", "regola"),
    ];
    let page = world.admin().await.post(&course, &typed).await;
    assert_eq!(page.status, 422);
    page.says(late);
    let right = [
        (["15", "9", "2014"], "lunedì 15 settembre 2014"),
        (["22", "10", "2014"], "mercoledì 22 ottobre 2014"),
    ];
    for (closes, day) in right {
        let page = send(world, KEY, &Typed { closes, ..ANNOUNCED }, "regola").await;
        assert_eq!(page.status, 200, "{}", page.text());
        page.says(&format!("Ultimo giorno per iscriversi: Prima: non si legge → Dopo: {day}"));
    }
});

on_both!(a_last_day_that_stands_stays_and_a_file_follows_the_same_rule, |world| {
    world.programme(|file| file.edition.rule.enrolment_closes = "2014-10-01".parse().ok()).await;
    let mut file = export_edition(&world.desk, KEY).await.unwrap();
    for (closes, why) in [
        ("2014-09-14", "edition «autunno-2014»: enrolment_closes lies in the past"),
        (
            "2014-10-23",
            "edition «autunno-2014»: enrolment_closes is after the course's first day: nobody can enrol then",
        ),
    ] {
        file.edition.rule.enrolment_closes = closes.parse().ok();
        assert_eq!(world.import(&file).await, Err(vec![why.to_owned()]), "{closes}");
    }
    // The course moves in the same file, and its last day to enrol with it.
    for (session, day) in
        file.offerings[5].sessions.iter_mut().zip(["2014-11-04", "2014-11-05", "2014-11-06"])
    {
        session.date = day.parse().ok();
    }
    file.offerings[5].sessions[3].date = "2014-11-20".parse().ok();
    file.edition.rule.enrolment_closes = "2014-11-03".parse().ok();
    assert!(matches!(world.import(&file).await, Ok(Imported::Changed(_))));
    world.go_to("2014-11-03T23:30:00Z").await;
    let other = Typed { closes: ["3", "11", "2014"], lateness: "30", ..ANNOUNCED };
    let saved = send(world, KEY, &other, "regola-conferma").await;
    assert_eq!(saved.status, 303, "it stands: {}", saved.text());
    let elsewhere = World::new(world.database.another().await).await;
    elsewhere.programme(|file| file.edition.rule.enrolment_closes = "2014-09-01".parse().ok()).await;
    let stands = edition(&elsewhere, KEY).await.edition.enrolment_closes;
    assert_eq!(stands, "2014-09-01".parse().ok(), "a season of the past comes in as it was");
});

on_both!(an_application_names_the_workshops_of_earlier_editions_with_their_days, |world| {
    next_season_begun(world, CourseAdmission::ByDecision).await;
    let ada = world.signed_in(ADA).await;
    let sent = ada.post("/corso/iscrizione", &[("edizione", NEXT)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let admin = world.admin().await;
    let page = admin.get("/gestione/domande").await;
    page.says("Il promotore dell’Ama , mercoledì 24 settembre 2014 (da un’edizione precedente)");
    page.says("sabato 3 ottobre 2015");
    assert!(!page.text().contains("1 da un’edizione precedente"), "{}", page.text());
    let english = admin.get("/en/gestione/domande").await;
    english.says("24 September 2014 (from an earlier edition)");
});

on_both!(two_editions_do_not_have_the_same_title_in_english_either, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let new = "/gestione/nuova-edizione";
    let why = "Scegli un altro titolo in inglese: quello che leggono le pagine in inglese è già di un’altra edizione";
    for from in ["", KEY] {
        let form = [("titolo_it", "Autunno 2015"), ("titolo_en", "autumn 2014"), ("da", from)];
        let page = admin.post(new, &form).await;
        assert_eq!(page.status, 422, "from «{from}»");
        page.says(why);
        assert!(page.body.contains("id=\"titolo_en-e\"") && page.body.contains("value=\"autumn 2014\""));
    }
    let page = admin.post(new, &[("titolo_it", "Autumn 2014"), ("da", KEY)]).await;
    assert_eq!(page.status, 422, "English pages read the Italian title where there is no other");
    page.says(why);
    let form = [("titolo_it", "Autunno 2015"), ("titolo_en", "Autumn 2015"), ("da", KEY)];
    assert_eq!(admin.post(new, &form).await.status, 303);
    for (path, title) in [
        ("/gestione/edizioni/autunno-2015", "Autumn 2014"),
        ("/gestione/edizioni/autunno-2014", "AUTUMN 2015"),
    ] {
        let italian = edition(world, path.rsplit('/').next().unwrap()).await.edition.title_it;
        let typed = [("titolo_it", italian.as_str()), ("titolo_en", title), ("azione", "salva")];
        let seen = hidden(&admin.get(path).await, "id=\"nomi\"");
        let page = admin.post(path, &with(&seen, &typed)).await;
        assert_eq!(page.status, 422, "{path}");
        page.says(why);
    }
    let path = "/gestione/edizioni/autunno-2014";
    let own = [("titolo_it", "Autunno 2014"), ("titolo_en", "Autumn in Milan"), ("azione", "salva")];
    let seen = hidden(&admin.get(path).await, "id=\"nomi\"");
    assert_eq!(admin.post(path, &with(&seen, &own)).await.status, 303);
});
