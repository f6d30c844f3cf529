//! Coming in: where everybody lands, how to sign in from any page, and what somebody reads whom a page is not for.

use percorso::domain::person::EmailAddress;
use percorso::domain::role::Role;
use percorso::usecases::request_sign_in::link_for;

use crate::harness::changing::{ADA, BEA, FIRST};
use crate::harness::{SITE, TRAINER, World};
use crate::on_both;

const SECRETARY: &str = "segreteria@percorso.example";
const FOREIGN: &str = "La pagina era rimasta aperta troppo a lungo";

on_both!(a_page_that_is_kept_for_others_says_for_whom_and_a_foreign_form_says_something_else, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let person = world.person(ADA).await;
    let secretary = world.with_role(SECRETARY, Role::Secretary).await;
    let reader = world.with_role("guarda@percorso.example", Role::Reader).await;
    let trainer = world.signed_in(TRAINER).await;
    let erase = format!("/gestione/persone/{person}/cancella");
    let office = "href=\"/gestione\">Torna alla gestione";
    for (browser, path, kept_for, back) in [
        (&secretary, "/gestione/ruoli", "all’amministrazione", office),
        (&secretary, erase.as_str(), "all’amministrazione", office),
        (&reader, "/gestione/persone/nuova", "alla segreteria e all’amministrazione", office),
        (&trainer, "/gestione", "all’ufficio", "href=\"/aula\">Torna alle tue giornate"),
        (&ada, "/aula", "a chi conduce gli incontri", "href=\"/mio-percorso\">Vai al tuo percorso"),
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 403, "{path}");
        page.says(&format!("Questa pagina è riservata {kept_for}."));
        assert!(page.body.contains(back), "{path}: {}", page.body);
        assert!(!page.text().contains(FOREIGN), "{path}");
    }
    let token = [("gettone", "wrong")];
    for (origin, fields) in [("https://evil.example", &token[..0]), (SITE, &token[..])] {
        let page = secretary.post_from("/gestione/persone/nuova", fields, Some(origin)).await;
        assert_eq!(page.status, 403, "{origin}");
        page.says(FOREIGN);
        assert!(!page.text().contains("riservata a"), "{origin}");
    }
});

async fn lands(world: &World, email: &str) -> String {
    let token = link_for(&world.desk, &EmailAddress::parse(email).unwrap()).await.unwrap();
    world.browser().post(&format!("/accedi/{token}"), &[]).await.location.unwrap()
}

on_both!(whoever_works_here_lands_on_their_work_and_whoever_is_on_their_way_on_their_path, |world| {
    world.programme(|_| {}).await;
    for (given, email) in [("Ada", ADA), ("Bea", BEA)] {
        world.sign_up(given, email, &[FIRST]).await;
    }
    for (email, role) in
        [(SECRETARY, Role::Secretary), ("guarda@percorso.example", Role::Reader), (BEA, Role::Admin)]
    {
        world.with_role(email, role).await;
    }
    for (email, wanted) in [
        (SECRETARY, "/gestione"),
        ("guarda@percorso.example", "/gestione"),
        (TRAINER, "/aula"),
        (ADA, "/mio-percorso"),
        (BEA, "/mio-percorso"),
    ] {
        assert_eq!(lands(world, email).await, wanted, "{email}");
    }
    // The code of the mail knows where somebody came from; one's own page is what the navigation names.
    for (next, wanted) in [("", "/aula"), ("/mio-percorso", "/aula"), ("/corso", "/corso")] {
        let browser = world.browser();
        let asked = browser.post("/accedi", &[("email", TRAINER), ("poi", next)]).await.location.unwrap();
        world.settle().await;
        let code = world.mails_to(TRAINER).pop().unwrap().code();
        let handle = asked.split("r=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let fields = [("r", handle.as_str()), ("codice", code.as_str()), ("poi", next)];
        let answer = browser.post("/accedi/posta", &fields).await;
        assert_eq!(answer.location.as_deref(), Some(wanted), "{next}");
    }
});

on_both!(every_page_has_a_way_to_sign_in_under_the_name_that_sentences_use, |world| {
    world.programme(|_| {}).await;
    let visitor = world.browser();
    for path in ["/", "/corso", "/aiuto", "/privacy", "/come-funziona", &format!("/workshop/{FIRST}")] {
        let page = visitor.get(path).await;
        assert!(page.body.contains("href=\"/accedi\">Accedi</a>"), "{path}: {}", page.body);
        let page = visitor.get(&format!("/en{path}")).await;
        assert!(page.body.contains("href=\"/en/accedi\">Sign in</a>"), "/en{path}: {}", page.body);
    }
    assert!(visitor.get("/accedi").await.body.contains("href=\"/accedi\" aria-current=\"page\">Accedi</a>"));
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    assert!(!ada.get("/").await.body.contains(">Accedi</a>"), "whoever is in need not come in");
});

on_both!(the_other_language_shows_the_same_list_with_the_same_filters, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    for (path, wanted) in [
        ("/gestione/iscritti?cerca=ada&pagina=1", "/gestione/iscritti?cerca=ada&amp;pagina=1"),
        ("/gestione/iscritti?fatto=erased&cerca=ada", "/gestione/iscritti?cerca=ada"),
        ("/gestione/iscritti?fatto=erased", "/gestione/iscritti"),
    ] {
        let link = |language: &str| format!("href=\"{wanted}\" lang=\"{language}\"");
        let page = admin.get(path).await;
        assert!(page.body.contains(&link("en").replacen("\"/", "\"/en/", 1)), "{path}: {}", page.body);
        let page = admin.get(&format!("/en{path}")).await;
        assert!(page.body.contains(&link("it")), "/en{path}: {}", page.body);
    }
    // What a form was sent to is no page with filters.
    let sent = admin.post("/gestione/ruoli?pagina=2", &[("email", ADA), ("ruolo", "direttrice")]).await;
    assert!(sent.body.contains("href=\"/en/gestione/ruoli\" lang=\"en\""), "{}", sent.body);
});
