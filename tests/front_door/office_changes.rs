//! The office changes a session or an offering through its page: what it means stands there before it is saved, each
//! fault at its field, and of two people editing at once the second loses nothing.

use chrono::TimeDelta;
use percorso::store::{editions, programme};

use crate::harness::browser::Answer;
use crate::harness::{Browser, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";
const ADA: &str = "ada@posta.example";
const BEA: &str = "bea@posta.example";

/// The hidden fields of the form that follows a word of the page; the token is the browser's affair.
pub fn hidden(page: &Answer, after: &str) -> Vec<(String, String)> {
    let (_, rest) = page.body.split_once(after).unwrap_or_else(|| panic!("no {after}: {}", page.text()));
    let (form, _) = rest.split_once("</form>").expect("the end of the form");
    let mut found = Vec::new();
    for part in form.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = part.split_once("\" value=\"").expect("a value");
        let (value, _) = rest.split_once('"').expect("the end of the value");
        if name != "gettone" {
            found.push((name.to_owned(), value.to_owned()));
        }
    }
    found
}

/// Sends the form that makes a checked change.
async fn confirm(browser: &Browser<'_>, path: &str, page: &Answer, button: &str) -> Answer {
    let fields = hidden(page, "class=\"save row\"");
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend([("azione", button), ("motivo", "Deciso in riunione")]);
    browser.post(path, &fields).await
}

/// The date and the version of the first session of an offering.
pub async fn stands(world: &World, key: &str) -> (String, i64) {
    let programme = programme::current(world.desk.store.reader()).await.unwrap().unwrap();
    let offered = programme.offerings.iter().find(|o| o.row.key == key).unwrap();
    let session = &offered.sessions[0];
    (session.date.map(|date| date.to_string()).unwrap_or_default(), session.version)
}

/// When and where, as typed.
pub fn typed<'a>(date: [&'a str; 3], hours: [&'a str; 2], place: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("giorno", date[0]),
        ("mese", date[1]),
        ("anno", date[2]),
        ("inizio", hours[0]),
        ("fine", hours[1]),
        ("luogo", place),
    ]
}

on_both!(a_moved_session_shows_what_it_means_before_it_is_saved_and_nothing_is_saved_then, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[SECOND]).await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-2", 1).await);
    let admin = world.admin().await;
    let mut form = typed(["7", "10", "2014"], ["9:30", "17.00"], "Sala AMALO, Milano");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let checked = admin.post(&path, &form).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    for sentence in [
        "Cosa cambia per le persone",
        "1 persona riceve la mail con il cambiamento. Il calendario si aggiorna.",
        "Prova Ada",
        "È martedì 7 ottobre 2014.",
        "Salva e avvisa 1 persona",
    ] {
        checked.says(sentence);
    }
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(stands(world, "workshop-2").await, ("2014-10-02".to_owned(), 1), "nothing is saved yet");
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "place-confirmed");
    let back = confirm(&admin, &path, &checked, "torna").await;
    assert!(back.body.contains("value=\"17.00\""), "what was typed is still there");
    let saved = confirm(&admin, &path, &checked, "salva").await;
    assert_eq!((saved.status, saved.location), (303, Some(format!("{path}?fatto=changed-later"))));
    let told = admin.get(&format!("{path}?fatto=changed-later")).await;
    told.says("Le mail partono tra qualche minuto: se prima cambi ancora qualcosa, parte una mail sola");
    assert_eq!(stands(world, "workshop-2").await, ("2014-10-07".to_owned(), 2));
    world.wait(TimeDelta::minutes(11)).await;
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "session-changed");
    assert!(letter.calendar().contains("SEQUENCE:1"));
});

on_both!(every_fault_of_a_session_stands_at_its_field_and_what_was_typed_stays, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/sessioni/{}", world.session("corso", 1).await);
    let admin = world.admin().await;
    let plain = ["", ""];
    for (date, hours, field, sentence) in [
        (["31", "9", "2014"], plain, "giorno", "questo giorno non esiste"),
        (["sette", "10", "2014"], plain, "giorno", "Scrivi la data con i numeri"),
        (["7", "", "2014"], plain, "giorno", "Scrivi giorno, mese e anno"),
        (["7", "10", "14"], plain, "giorno", "con quattro cifre"),
        (["1", "9", "2014"], plain, "giorno", "un giorno che deve ancora venire"),
        (["29", "10", "2014"], plain, "giorno", "c’è già un altro incontro"),
        (["", "", ""], plain, "giorno", "Lascia una data"),
        (["23", "10", "2014"], ["nove", "17:00"], "inizio", "Scrivi l’inizio con ore e minuti"),
        (["23", "10", "2014"], ["17:00", "9:30"], "fine", "una fine dopo l’inizio"),
        (["23", "10", "2014"], ["9:30", ""], "fine", "Scrivi anche la fine"),
        (["26", "10", "2014"], ["2:30", "9:00"], "inizio", "quest’ora viene due volte"),
        (["29", "3", "2015"], ["2:30", "9:00"], "inizio", "quest’ora non esiste"),
    ] {
        let mut form = typed(date, hours, "Sala «Rossa»");
        form.extend([("versione", "1"), ("azione", "controlla")]);
        let page = admin.post(&path, &form).await;
        assert_eq!(page.status, 422, "{date:?} {hours:?}: {}", page.text());
        page.says(sentence);
        assert!(page.body.contains(&format!("id=\"{field}-e\"")), "{sentence} is not at {field}");
        assert!(page.body.contains(&format!("<a href=\"#{field}\">")), "{sentence} leads nowhere");
        for value in date.iter().chain(&hours).chain(&["Sala «Rossa»"]) {
            assert!(page.body.contains(&format!("value=\"{value}\"")), "{value} was lost");
        }
    }
    assert_eq!(stands(world, "corso").await, ("2014-10-22".to_owned(), 1));
});

on_both!(a_session_is_not_moved_to_hours_that_are_over_nor_ended_before_now, |world| {
    world
        .programme(|file| {
            file.offerings[0].sessions[0].hours = Some(percorso::domain::session::Hours {
                start: "14:00:00".parse().unwrap(),
                end: "18:00:00".parse().unwrap(),
            });
        })
        .await;
    let path = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    let save = |hours: [&'static str; 2], version: &'static str| {
        let mut form = typed(["24", "9", "2014"], hours, "");
        form.extend([("versione", version), ("azione", "salva")]);
        form
    };
    world.go_to("2014-09-24T09:30:00Z").await;
    let admin = world.admin().await;
    for hours in [["9:30", "11:00"], ["9:30", "17:00"]] {
        let page = admin.post(&path, &save(hours, "1")).await;
        assert_eq!(page.status, 422, "{hours:?}");
        page.says("Scegli un inizio che deve ancora venire");
        assert!(page.body.contains("id=\"inizio-e\""));
    }
    assert_eq!(admin.post(&path, &save(["12:00", "16:00"], "1")).await.status, 303);
    world.go_to("2014-09-24T12:00:00Z").await;
    let admin = world.admin().await;
    let page = admin.post(&path, &save(["12:00", "13:30"], "2")).await;
    assert_eq!(page.status, 422, "it is 14:00, and it goes on");
    page.says("Scegli una fine che deve ancora venire");
    assert_eq!(admin.post(&path, &save(["12:00", "15:00"], "2")).await.status, 303);
});

on_both!(a_day_of_the_course_is_called_off_in_two_steps_and_the_last_session_never, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    world.settle().await;
    let path = format!("/gestione/sessioni/{}", world.session("corso", 7).await);
    let admin = world.admin().await;
    admin.get(&path).await.says("Annulla questa giornata");
    let checked = admin.post(&path, &[("versione", "1"), ("azione", "annulla")]).await;
    assert_eq!(checked.status, 200);
    checked.says("1 persona riceve la mail con la giornata annullata. Senza invito per il calendario.");
    checked.says("Annulla e avvisa 1 persona");
    assert_eq!(confirm(&admin, &path, &checked, "annulla-conferma").await.status, 303);
    admin.get(&path).await.says("È annullato");
    world.settle().await;
    assert_eq!(world.mails_to(ADA).pop().unwrap().kind(), "session-cancelled");
    let only = format!("/gestione/sessioni/{}", world.session("workshop-1", 1).await);
    let page = admin.post(&only, &[("versione", "1"), ("azione", "annulla")]).await;
    assert_eq!(page.status, 422);
    page.says("È l’unica giornata rimasta");
});

on_both!(a_placeholder_gets_its_title_and_its_date_at_once_and_whoever_asked_is_told, |world| {
    world.programme(|_| {}).await;
    let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", BEA)]).await;
    assert_eq!(asked.status, 303);
    let path = format!("/gestione/offerte/{}", world.offering("workshop-4").await);
    let admin = world.admin().await;
    let mut form = typed(["9", "10", "2014"], ["9:30", "17:00"], "");
    form.extend([("titolo", "Condurre un gruppo"), ("offerte", "automatic"), ("capienza", "25")]);
    form.extend([("versione", "1"), ("versione_incontro", "1"), ("azione", "controlla")]);
    let checked = admin.post(&path, &form).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    checked.says("1 persona aspettava la data e riceve la mail.");
    checked.says("Titolo – Condurre un gruppo");
    let saved = confirm(&admin, &path, &checked, "salva").await;
    let later = Some(format!("{path}?fatto=changed-later"));
    assert_eq!((saved.status, saved.location), (303, later), "the letter waits, and that is said");
    assert_eq!(stands(world, "workshop-4").await.0, "2014-10-09");
    world.browser().get("/workshop/quarto-workshop").await.says("Condurre un gruppo");
    world.wait(TimeDelta::minutes(11)).await;
    assert_eq!(world.mails_to(BEA).pop().unwrap().kind(), "date-out");
    let page = admin.post(&path, &form).await;
    assert_eq!(page.status, 422, "the session has another version by now");
    page.says("Nel frattempo qualcun altro ha cambiato questa pagina");
});

on_both!(calling_off_a_workshop_names_who_falls_out_of_reach_before_it_happens, |world| {
    world
        .programme(|file| {
            for workshop in &mut file.offerings[2..5] {
                workshop.counts_toward_rule = false;
            }
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-2").await);
    let admin = world.admin().await;
    let cancel = [("versione", "1"), ("proposta", "tutti"), ("azione", "annulla")];
    let checked = admin.post(&path, &cancel).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    checked.says("1 persona riceve la mail con l’annullamento. L’appuntamento esce dal calendario.");
    checked.says("1 persona non arriva più ai workshop che servono, in questa edizione: Prova Ada");
    assert_eq!(world.states(ADA, "workshop-2").await, ["confirmed"]);
    assert_eq!(confirm(&admin, &path, &checked, "annulla-conferma").await.status, 303);
    assert_eq!(world.states(ADA, "workshop-2").await, ["cancelled(offering_cancelled)"]);
    admin.get(&path).await.says("È annullato: non si può più cambiare");
});

on_both!(the_rule_and_the_days_of_the_course_are_edited_on_its_page, |world| {
    world.programme(|_| {}).await;
    let path = format!("/gestione/offerte/{}", world.offering("corso").await);
    let admin = world.admin().await;
    let rule = [("giornate", "6"), ("provvisori", "si"), ("versione_edizione", "1"), ("azione", "regola")];
    let mut wrong = rule.to_vec();
    wrong.extend([("richiesti", "tredici"), ("chiude_giorno", "31")]);
    let page = admin.post(&path, &wrong).await;
    assert_eq!(page.status, 422);
    page.says("Scrivi quanti workshop servono");
    page.says("Scrivi giorno, mese e anno dell’ultimo giorno");
    assert!(page.body.contains("value=\"tredici\"") && page.body.contains("value=\"31\""));
    let mut good = rule.to_vec();
    good.push(("richiesti", "3"));
    let checked = admin.post(&path, &good).await;
    checked.says("Workshop da frequentare 2 3");
    assert_eq!(confirm(&admin, &path, &checked, "regola-conferma").await.status, 303);
    let edition = editions::current(world.desk.store.reader()).await.unwrap().unwrap();
    assert_eq!((edition.required, edition.certificate_days, edition.provisional_places), (3, Some(6), true));
    let mut day = typed(["28", "1", "2015"], ["", ""], "");
    day.extend([("versione", "1"), ("azione", "aggiungi")]);
    let checked = admin.post(&path, &day).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    assert_eq!(confirm(&admin, &path, &checked, "aggiungi-conferma").await.status, 303);
    assert!(world.session("corso", 8).await > 0);
});
