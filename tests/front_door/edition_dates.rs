//! What is odd about a date is said where the date is set, before it is saved, and keeps nobody from saving it; what a
//! letter proposes instead of something called off is shown before it leaves.

use crate::edition_drafts::draft;
use crate::harness::changing::{ADA, BEA, FIRST, on_the_course};
use crate::harness::{TRAINER, World};
use crate::office_changes::{hidden, stands, typed};
use crate::on_both;

/// The form of a workshop with another date, to be checked.
pub fn dated<'a>(title: &'a str, date: [&'a str; 3], hours: [&'a str; 2]) -> Vec<(&'a str, &'a str)> {
    let mut form = typed(date, hours, "");
    form.extend([("titolo", title), ("offerte", "automatic")]);
    form.extend([("versione", "1"), ("versione_incontro", "1"), ("azione", "controlla")]);
    form
}

/// What a page shows between the last box of its date and the end of that group.
fn at_the_date(body: &str) -> String {
    let (_, rest) = body.split_once("id=\"anno\"").expect("the boxes of a date");
    rest.split("</fieldset>").next().unwrap_or_default().to_owned()
}

on_both!(a_clash_with_another_session_of_the_edition_is_said_at_its_date, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let clash = "giovedì 2 ottobre 2014, nello stesso momento, c’è già: La valutazione di efficacia";
    let path = format!("/gestione/offerte/{}", world.offering("workshop-4").await);
    let page = admin.post(&path, &dated("Quattro", ["2", "10", "2014"], ["", ""])).await;
    assert_eq!(page.status, 200, "it is no refusal");
    page.says(clash);
    let page = admin.post(&path, &dated("Quattro", ["2", "10", "2014"], ["nove", ""])).await;
    assert_eq!(page.status, 422);
    assert!(!page.text().contains(clash), "hours that are none clash with nothing");
    let page = admin.post(&path, &dated("Quattro", ["9", "10", "2014"], ["", ""])).await;
    assert!(!page.text().contains("nello stesso momento"), "{}", page.text());
    let session = format!("/gestione/sessioni/{}", world.session("corso", 7).await);
    let mut form = typed(["2", "10", "2014"], ["", ""], "");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    admin.post(&session, &form).await.says(clash);
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    form[7].1 = "aggiungi";
    admin.post(&course, &form).await.says(clash);
});

on_both!(a_workshop_that_counts_is_told_at_its_date_that_the_course_begins_before, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-4").await);
    let late = "Spostalo prima di mercoledì 22 ottobre 2014, quando inizia il corso";
    let page = admin.post(&path, &dated("Quattro", ["22", "10", "2014"], ["", ""])).await;
    assert_eq!(page.status, 200);
    page.says(&format!("{late}. Se nessuno si è iscritto, puoi anche rimetterlo in bozza"));
    let page = admin.post(&path, &dated("Quattro", ["21", "10", "2014"], ["", ""])).await;
    assert!(!page.text().contains(late), "{}", page.text());
    let id = draft(world, &admin, "Tardi").await;
    let page =
        admin.post(&format!("/gestione/offerte/{id}"), &dated("Tardi", ["29", "10", "2014"], ["", ""])).await;
    page.says(&format!("{late}, oppure togli «Vale come requisito»."));
    let mut form = dated("Tardi", ["29", "10", "2014"], ["", ""]);
    form.pop();
    form.push(("azione", "salva"));
    assert_eq!(admin.post(&format!("/gestione/offerte/{id}"), &form).await.status, 303);
    admin.get(&format!("/gestione/offerte/{id}")).await.says(late);
});

on_both!(a_holiday_stands_at_the_field_of_the_date, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let path = format!("/gestione/sessioni/{}", world.session("corso", 5).await);
    let mut form = typed(["8", "12", "2014"], ["nove", "17:00"], "");
    form.extend([("versione", "1"), ("azione", "controlla")]);
    let page = admin.post(&path, &form).await;
    assert_eq!(page.status, 422, "the hours are none");
    let said = at_the_date(&page.body);
    assert!(said.contains("È lunedì 8 dicembre 2014.") && said.contains("È festa: Immacolata."), "{said}");
    form[3].1 = "9:30";
    form[0].1 = "9";
    assert!(!admin.post(&path, &form).await.text().contains("È festa"));
    form[0].1 = "8";
    let checked = admin.post(&path, &form).await;
    assert_eq!(checked.status, 200);
    checked.says("È festa: Immacolata. Si può fare lo stesso.");
    form[7].1 = "salva";
    assert_eq!(admin.post(&path, &form).await.status, 303);
    assert!(at_the_date(&admin.get(&path).await.body).contains("È festa: Immacolata."));
});

/// A Friday.
const LAST_DAY: &str = "2014-10-17";

on_both!(the_last_day_to_enrol_says_its_weekday_on_the_page_of_the_course_too, |world| {
    world.programme(|file| file.edition.rule.enrolment_closes = LAST_DAY.parse().ok()).await;
    let path = format!("/gestione/offerte/{}", world.offering("corso").await);
    let admin = world.admin().await;
    admin.get(&path).await.says("È venerdì 17 ottobre 2014.");
    let rule = [
        ("richiesti", "2"),
        ("provvisori", "si"),
        ("chiude_giorno", "18"),
        ("chiude_mese", "10"),
        ("chiude_anno", "2014"),
        ("versione_edizione", "1"),
        ("azione", "regola"),
    ];
    admin.post(&path, &rule).await.says("È sabato 18 ottobre 2014.");
});

on_both!(before_a_workshop_is_called_off_it_is_shown_what_its_letter_proposes, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let path = format!("/gestione/offerte/{}", world.offering("workshop-1").await);
    let admin = world.admin().await;
    let cancel = [("versione", "1"), ("proposta", "tutti"), ("azione", "annulla")];
    let checked = admin.post(&path, &cancel).await;
    checked.says("La mail propone:");
    let (_, list) = checked.body.split_once("La mail propone:").unwrap();
    let list = list.split("</ul>").next().unwrap();
    assert_eq!(list.matches("<li>").count(), 4, "{list}");
    assert_eq!(list.matches("a 1 persona").count(), 4, "{list}");
    let fields = hidden(&checked, "class=\"save row\"");
    let saved = admin.post(&path, &crate::editions::with(&fields, &[("azione", "annulla-conferma")])).await;
    assert_eq!(saved.status, 303);
    world.settle().await;
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "offering-cancelled");
    for proposed in ["2 ottobre", "3 ottobre", "quarto-workshop/avvisami", "quinto-workshop/avvisami"] {
        assert!(letter.text.contains(proposed), "{proposed}: {}", letter.text);
    }
});

on_both!(the_letter_about_a_day_called_off_proposes_nothing_and_it_is_said, |world| {
    on_the_course(world).await;
    let path = format!("/gestione/sessioni/{}", world.session("corso", 7).await);
    let admin = world.admin().await;
    let checked = admin.post(&path, &[("versione", "1"), ("azione", "annulla")]).await;
    checked.says("La mail dice che le altre giornate restano. Non propone altro.");
});

/// The rows of the two lists of workshops that name a number of people.
async fn lists_say(world: &World, sentence: &str) {
    let admin = world.admin().await;
    for path in ["/gestione/offerte", "/gestione/edizioni/autunno-2014"] {
        let page = admin.get(path).await;
        assert_eq!(page.text().matches(sentence).count(), 1, "{path}: {}", page.text());
    }
}

on_both!(the_lists_count_who_waits_for_a_date, |world| {
    world.programme(|_| {}).await;
    for (email, sentence) in [(ADA, "1 aspetta la data"), (BEA, "2 aspettano la data")] {
        let asked = world.browser().post("/workshop/quarto-workshop/avvisami", &[("email", email)]).await;
        assert_eq!(asked.status, 303);
        lists_say(world, sentence).await;
    }
});

on_both!(pages_of_the_edition_say_who_changed_them_last, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let (first, second) = (world.session("workshop-1", 1).await, world.session("workshop-2", 1).await);
    let page = |id: i64| format!("/gestione/sessioni/{id}");
    let edition = "/gestione/edizioni/autunno-2014";
    admin.get(edition).await.says("ultima modifica: Chi gestisce il programma,");
    let mut form = typed(["25", "9", "2014"], ["", ""], "");
    form.extend([("versione", "1"), ("azione", "salva")]);
    assert_eq!(admin.post(&page(first), &form).await.status, 303);
    let offering = format!("/gestione/offerte/{}", world.offering("workshop-1").await);
    for path in [edition.to_owned(), page(first), offering.clone(), format!("{offering}/stato")] {
        admin.get(&path).await.says("ultima modifica: ufficio@percorso.example,");
    }
    let other = admin.get(&page(second)).await;
    // Whoever leads it came with the file.
    other.says("ultima modifica: Chi gestisce il programma,");
    assert_eq!(stands(world, "workshop-1").await.0, "2014-09-25");
    let register = format!("href=\"/aula/{first}\"");
    assert!(admin.get(&page(first)).await.body.contains(&register), "the register is one click away");
});

on_both!(whoever_led_something_is_chosen_from_a_list_and_nobody_else, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let path = format!("/gestione/sessioni/{}/conduce", world.session("workshop-1", 1).await);
    let (trainer, stranger) = (world.person(TRAINER).await.to_string(), world.person(ADA).await.to_string());
    assert!(!admin.get(&path).await.body.contains("<select"), "the only one there is leads it already");
    let off = [("persona", trainer.as_str()), ("azione", "togli")];
    assert_eq!(admin.post(&path, &off).await.status, 303);
    let page = admin.get(&path).await;
    assert!(page.body.contains(&format!("<option value=\"{trainer}\">Delfina Marcandalli</option>")));
    assert!(!page.body.contains(&format!("<option value=\"{stranger}\"")), "Ada never led anything");
    let chosen =
        |id: &str| vec![("chi", id.to_owned()), ("email", String::new()), ("azione", "aggiungi".into())];
    for (id, status) in [(trainer.as_str(), 303), (stranger.as_str(), 404), ("x", 404)] {
        let form = chosen(id);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(admin.post(&path, &form).await.status, status, "{id}");
    }
    admin.get(&path).await.says("Marcandalli Delfina");
    assert_eq!(ada.get("/aula").await.status, 403);
});
