//! The office's pages about people: what is for admins stays with them, names are text, and what is not kept is said.

use percorso::domain::role::Role;
use percorso::store::enrolments;
use sea_orm::{ConnectionTrait as _, Statement};

use crate::harness::changing::{ADA, FIRST};
use crate::on_both;
use crate::phone_sign_ups::{by_phone, person_of};

const RITA: &str = "rita@posta.example";
const LEO: &str = "leo@posta.example";

on_both!(notes_are_on_no_page_of_a_secretary_or_a_reader, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let page = format!("/gestione/persone/{ada}");
    assert_eq!(admin.post(&format!("{page}/note"), &[("nota", "Parla meglio francese.")]).await.status, 303);
    let own = admin.get(&page).await;
    own.says("Parla meglio francese.");
    assert!(own.body.contains(
        "placeholder=\"Solo fatti utili all’organizzazione. Niente salute, niente storie personali.\""
    ));
    for (email, role) in [(RITA, Role::Secretary), (LEO, Role::Reader)] {
        let browser = world.with_role(email, role).await;
        for path in [page.clone(), format!("/en{page}"), format!("/gestione/storia?persona={ada}")] {
            let seen = browser.get(&path).await;
            assert_eq!(seen.status, 200, "{path}");
            assert!(!seen.body.contains("francese"), "{path} as {email}");
            assert!(!seen.body.contains("id=\"appunti\""), "{path} as {email}");
        }
    }
});

on_both!(a_note_is_taken_away_only_after_its_consequence_was_read, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (ada, admin) = (world.person(ADA).await, world.admin().await);
    let page = format!("/gestione/persone/{ada}");
    assert_eq!(admin.post(&format!("{page}/note"), &[("nota", "Chiamare dopo le 18.")]).await.status, 303);
    let answer = admin.get(&page).await;
    answer.says("Le parole di questo appunto spariscono per sempre.");
    let (before, _) = answer.body.split_once("/togli\"").expect("the form");
    assert!(before.rfind("<details>") > before.rfind("</details>"), "it is folded away");
});

on_both!(whoever_gives_a_place_up_on_the_phone_is_told_first_what_follows, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[1].capacity = Some(1);
            file.offerings[1].offers_automatic = false;
        })
        .await;
    let second = "valutazione-di-efficacia";
    let ada = world.sign_up("Ada", ADA, &[FIRST, second]).await;
    let admin = world.admin().await;
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &[]).await);
    let ivo = person_of(&by_phone(world, &admin, "Ivo", "workshop-2", &[]).await);
    for key in ["workshop-1", "workshop-2"] {
        let leave = format!("/mio-percorso/{}/disdici", world.enrolment(ADA, key).await);
        assert_eq!(ada.post(&leave, &[]).await.status, 303);
    }
    world.settle().await;
    let waits = enrolments::of_person(world.desk.store.reader(), ivo).await.unwrap().remove(0);
    assert_eq!(admin.post(&format!("/gestione/iscrizioni/{}/posto", waits.id), &[]).await.status, 303);
    for (person, sentence) in [
        (ugo, "Il posto va subito a chi viene dopo in lista, se c’è qualcuno."),
        (ivo, "Il posto resta libero: lo offre una persona dell’ufficio."),
    ] {
        let page = admin.get(&format!("/gestione/persone/{person}")).await;
        page.says("L’iscrizione finisce qui");
        page.says(sentence);
        let (before, _) = page.body.split_once("/rinuncia\"").expect("the form");
        assert!(before.rfind("<details>") > before.rfind("</details>"), "it is folded away");
    }
});

on_both!(a_name_with_markup_is_text_on_every_page, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let name = [("nome", "<b>Ugo</b>"), ("cognome", "\"O'Neil\" & <i>")];
    let ugo = person_of(&by_phone(world, &admin, "Ugo", "workshop-1", &name).await);
    let pages = [
        format!("/gestione/persone/{ugo}"),
        format!("/gestione/persone/{ugo}/nome"),
        format!("/gestione/persone/{ugo}/dati"),
        format!("/gestione/persone/{ugo}/iscrivi"),
        format!("/gestione/persone/{ugo}/cancella"),
        format!("/gestione/storia?persona={ugo}"),
        "/gestione/storia".to_owned(),
        "/gestione/iscritti".to_owned(),
        "/gestione/iscritti?stampa=si".to_owned(),
        "/gestione/telefonate".to_owned(),
        "/gestione".to_owned(),
    ];
    for path in &pages {
        let page = admin.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("&lt;b&gt;Ugo"), "{path}: {}", page.body);
        assert!(!page.body.contains("<b>Ugo</b>") && !page.body.contains("& <i>"), "{path}");
    }
});

on_both!(needs_for_a_workshop_without_a_date_are_not_kept_and_that_is_said, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let needs =
        [("esigenze", "un posto davanti"), ("consenso_esigenze", "si"), ("email", "ugo@posta.example")];
    let answer = by_phone(world, &admin, "Ugo", "workshop-4", &needs).await;
    let ugo = person_of(&answer);
    let done = format!("/gestione/persone/{ugo}?fatto=signed-up-needs-later");
    assert_eq!(answer.location.as_deref(), Some(done.as_str()));
    admin.get(&done).await.says("Che cosa serve in aula non è segnato per il workshop senza data");
    admin.get(&format!("/en{done}")).await.says("not noted for the workshop without a date");
    let reader = world.desk.store.reader();
    let sql = format!("SELECT COUNT(*) AS n FROM consents WHERE person_id = {ugo} AND kind = 'needs'");
    let row = reader.query_one_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap();
    assert_eq!(row.unwrap().try_get::<i64>("", "n").unwrap(), 0, "nothing was kept that needs a consent");
    let dated = by_phone(world, &admin, "Ivo", "workshop-1", &needs[..2]).await;
    assert!(dated.location.as_deref().unwrap().ends_with("?fatto=signed-up"));
    let without = by_phone(world, &admin, "Ada", "workshop-4", &[("email", ADA)]).await;
    assert!(without.location.as_deref().unwrap().ends_with("?fatto=signed-up"));
});
