//! What the card at the top of "Il mio percorso" says in each state of the path: the sentences of UX.md section 3, as the
//! person reads them.

use chrono::TimeDelta;
use percorso::domain::edition::CourseAdmission;

use crate::harness::changing::{ADA, BEA, FIRST, SECOND, ask_for_the_course, on_the_course};
use crate::harness::{TRAINER, World};
use crate::on_both;

const THIRD: &str = "auto-mutuo-aiuto-e-professionismo";
const CIRO: &str = "ciro@posta.example";
const DINA: &str = "dina@posta.example";

/// Asserts what somebody reads: the title of the card, and its text.
async fn reads(world: &World, email: &str, title: &str, text: &str) {
    let page = world.signed_in(email).await.get("/mio-percorso").await;
    assert_eq!(page.status, 200, "{}", page.text());
    let (_, rest) = page.body.split_once("<h1>").expect("a title");
    let (shown, _) = rest.split_once("</h1>").expect("its end");
    assert_eq!(shown.trim(), title, "{email}");
    page.says(text);
}

async fn asks_for_the_course(world: &World, email: &str) {
    let answer = world.signed_in(email).await.post("/corso/iscrizione", &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    world.settle().await;
}

/// A register is closed in the evening and takes effect.
async fn held(world: &World, key: &str, number: i64, evening: &str, marks: &[(&str, &str)]) {
    world.go_to(evening).await;
    world.register(key, number, marks).await;
    world.wait(TimeDelta::minutes(31)).await;
}

on_both!(s0_s1_s2_s3_s5p_before_anything_was_attended, |world| {
    world.programme(|_| {}).await;
    let visitor = world.browser().get("/corso/iscrizione").await;
    visitor.says("Per il corso servono 2 workshop frequentati");
    reads(
        world,
        TRAINER,
        "Ti mancano 2 workshop",
        "Il tuo percorso comincia dal primo workshop: scegli quello che ti interessa di più.",
    )
    .await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let text = "Scegli anche il prossimo. Per il corso contano i workshop frequentati: la presenza si segna in aula.";
    reads(world, ADA, "Hai prenotato 1 workshop su 2", text).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    let text = "Per il corso contano quando li hai frequentati: l’ultimo è giovedì 2 ottobre.";
    reads(world, ADA, "Hai prenotato 2 workshop su 2", text).await;
    asks_for_the_course(world, ADA).await;
    let text = "Diventa definitivo con il workshop di giovedì 2 ottobre. Se non sarà possibile, lo liberiamo e ti scriviamo subito.";
    reads(world, ADA, "Hai un posto provvisorio nel corso", text).await;
});

on_both!(s17_s4_s5_s18_on_the_day_of_a_workshop_and_after_it, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST, SECOND]).await;
    world.sign_up("Ciro", CIRO, &[FIRST]).await;
    world.go_to("2014-09-24T10:00:00Z").await;
    let text = "La presenza si segna in aula. Di solito il percorso si aggiorna in serata.";
    reads(world, ADA, "Il tuo workshop è oggi", text).await;
    world.go_to("2014-09-25T10:00:00Z").await;
    let late = "La presenza di mercoledì 24 settembre non è ancora registrata";
    let text = "Il registro è ancora aperto. Appena chi conduce lo chiude, il tuo percorso si aggiorna.";
    reads(world, ADA, late, text).await;
    held(world, "workshop-1", 1, "2014-09-25T11:00:00Z", &[(ADA, "P"), (BEA, "R"), (CIRO, "A")]).await;
    let text = "Quello che hai frequentato resta valido. Puoi ancora scegliere.";
    reads(world, ADA, "Ti manca 1 workshop", text).await;
    let text = "Dopo il workshop di giovedì 2 ottobre avrai i 2 workshop che servono per il corso.";
    reads(world, BEA, "Ci sei quasi: 1 workshop fatto, 1 prenotato", text).await;
    let was_there = format!("/mio-percorso/incontri/{}/segnala", world.session("workshop-1", 1).await);
    let sent = world.signed_in(CIRO).await.post(&was_there, &[("parole", "C’ero.")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let text = "Stiamo controllando la tua presenza di mercoledì 24 settembre.";
    reads(world, CIRO, "Ti mancano 2 workshop", text).await;
});

on_both!(s6b_s7_s8_s10_from_the_second_workshop_to_the_first_day_of_the_course, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    for (given, email) in [("Bea", BEA), ("Dina", DINA)] {
        world.sign_up(given, email, &[FIRST, SECOND]).await;
    }
    held(world, "workshop-1", 1, "2014-09-24T15:00:00Z", &[(ADA, "P"), (BEA, "P"), (DINA, "P")]).await;
    held(world, "workshop-2", 1, "2014-10-02T15:00:00Z", &[(BEA, "P"), (DINA, "U")]).await;
    let can = "Hai 2 workshop su 2. Ora puoi iscriverti al corso";
    let text = "7 giornate: la prima mercoledì 22 ottobre, l’ultima mercoledì 21 gennaio.";
    reads(world, BEA, can, text).await;
    asks_for_the_course(world, BEA).await;
    reads(world, BEA, "Hai un posto nel corso", "Prima giornata: mercoledì 22 ottobre.").await;
    world.go_to("2014-10-04T08:00:00Z").await;
    let text = "I workshop che restano devono ancora avere una data. Valgono se si tengono prima dell’inizio del corso: mercoledì 22 ottobre. Possiamo avvisarti appena le date escono.";
    reads(world, ADA, "Ti manca 1 workshop: aspettiamo le date", text).await;
    world.go_to("2014-10-22T15:00:00Z").await;
    let text =
        "Quello che hai frequentato resta nel tuo percorso, e di norma vale anche per la prossima edizione.";
    reads(world, ADA, "Per questa edizione non ci sono altri workshop prima del corso", text).await;
    let closed = "Hai i workshop che servono, ma ora le iscrizioni al corso non sono aperte";
    reads(world, DINA, closed, "Se volevi partecipare a questo corso, contattaci.").await;
});

on_both!(s6a_where_every_place_that_would_help_is_taken, |world| {
    world
        .programme(|file| {
            for full in &mut file.offerings[1..3] {
                full.capacity = Some(1);
            }
        })
        .await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[SECOND, THIRD]).await;
    held(world, "workshop-1", 1, "2014-09-24T15:00:00Z", &[(ADA, "P")]).await;
    let text = "Per gli altri workshop con una data i posti sono esauriti: con la lista d’attesa ti scriviamo se se ne libera uno. Quello che hai frequentato resta valido.";
    reads(world, ADA, "Ti manca 1 workshop", text).await;
    let ada = world.signed_in(ADA).await;
    assert_eq!(ada.post(&format!("/workshop/{SECOND}/iscrizione"), &[]).await.status, 303);
    let text = "Sei in lista d’attesa: se si libera un posto e tocca a te, ti scriviamo. Quello che hai frequentato resta valido.";
    reads(world, ADA, "Ti manca 1 workshop", text).await;
});

on_both!(s11_in_line_for_the_course, |world| {
    world.programme(|file| file.offerings[5].capacity = Some(1)).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[FIRST, SECOND]).await;
        asks_for_the_course(world, email).await;
    }
    let text =
        "Il corso è al completo: se si libera un posto per te, ti scriviamo. I tuoi workshop restano validi.";
    reads(world, BEA, "Sei in lista d’attesa per il corso, numero 1", text).await;
});

on_both!(s9_while_an_application_is_read, |world| {
    world.programme(|file| file.edition.rule.course_admission = CourseAdmission::ByDecision).await;
    world.sign_up("Ada", ADA, &[FIRST, SECOND]).await;
    asks_for_the_course(world, ADA).await;
    let text = "La leggiamo e ti rispondiamo per mail. Per ora non devi fare altro.";
    reads(world, ADA, "La tua domanda è arrivata", text).await;
});

on_both!(s12_on_a_course_whose_certificate_asks_for_no_number_of_days, |world| {
    on_the_course(world).await;
    held(world, "corso", 1, "2014-10-22T16:00:00Z", &[(ADA, "P"), (BEA, "A")]).await;
    let text = "Di solito le presenze si aggiornano la sera stessa, quando il registro è chiuso.";
    reads(world, ADA, "Giornate frequentate: 1 su 7", text).await;
    reads(world, BEA, "Giornate frequentate: 0 su 7", text).await;
});

on_both!(s13_s14_as_days_of_the_course_are_missed, |world| {
    ask_for_the_course(world, |file| file.edition.rule.certificate_days = Some(6)).await;
    held(world, "corso", 1, "2014-10-22T16:00:00Z", &[(ADA, "P"), (BEA, "A")]).await;
    let text = "Per l’attestato ne servono 6: puoi ancora mancare 1 volta.";
    reads(world, ADA, "Giornate frequentate: 1 su 7", text).await;
    let text = "Per l’attestato ne servono 6: da qui in poi servono tutte.";
    reads(world, BEA, "Giornate frequentate: 0 su 7", text).await;
    held(world, "corso", 2, "2014-10-29T17:00:00Z", &[(ADA, "P"), (BEA, "G")]).await;
    reads(world, ADA, "Giornate frequentate: 2 su 7", "puoi ancora mancare 1 volta.").await;
    let text = "Per l’attestato servono 6 giornate su 7, e con quelle che restano non si raggiungono. Il corso lo puoi continuare. Scrivici o chiamaci: vediamo insieme che cosa fare.";
    reads(world, BEA, "Parliamo del tuo attestato", text).await;
});
