//! The office: the board whose stages add up, one person's history, and what staff can do.

use chrono::TimeDelta;

use crate::harness::World;
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const SECOND: &str = "valutazione-di-efficacia";

/// The counts of the stage strip, in the order of the path.
async fn stages(world: &World) -> Vec<u32> {
    let page = world.admin().await.get("/gestione").await;
    assert_eq!(page.status, 200, "{}", page.body);
    let (_, strip) = page.body.split_once("class=\"stages\"").expect("the strip");
    let (strip, _) = strip.split_once("</ol>").unwrap();
    strip.split("<b>").skip(1).map(|part| part.split('<').next().unwrap().trim().parse().unwrap()).collect()
}

on_both!(the_stages_add_up_and_follow_what_people_do, |world| {
    world.programme(|_| {}).await;
    assert_eq!(stages(world).await, [0; 7]);
    world.sign_up("Ada", "ada@posta.example", &[FIRST, SECOND]).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    world.sign_up("Ciro", "ciro@posta.example", &[FIRST]).await;
    let dina = crate::harness::form("Dina", "dina@posta.example", &[]);
    assert_eq!(world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &dina).await.status, 303);
    assert_eq!(stages(world).await, [3, 0, 0, 0, 0, 0, 0], "who never confirmed is not on the board");
    world.go_to("2014-09-24T15:00:00Z").await;
    world
        .register(
            "workshop-1",
            1,
            &[("ada@posta.example", "P"), ("bea@posta.example", "P"), ("ciro@posta.example", "A")],
        )
        .await;
    world.wait(TimeDelta::minutes(31)).await;
    assert_eq!(stages(world).await, [0, 2, 0, 0, 0, 0, 1]);
    let ada = world.signed_in("ada@posta.example").await;
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(stages(world).await, [0, 1, 0, 1, 0, 0, 1]);
});

on_both!(search_ignores_accents_and_case_and_a_percent_sign_is_a_character, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Nicolò", "nico@posta.example", &[FIRST]).await;
    world.sign_up("Ada 100%", "ada@posta.example", &[FIRST]).await;
    let admin = world.admin().await;
    for (search, found, other) in [("NICOLO", "Nicolò", "Ada"), ("100%", "Ada 100%", "Nicolò")] {
        let page = admin.get(&format!("/gestione?cerca={}", search.replace('%', "%25"))).await;
        page.says(found);
        assert!(!page.text().contains(&format!("Prova {other}")), "{search}: {}", page.text());
    }
    let domain = admin.get("/gestione?cerca=posta").await;
    assert!(!domain.text().contains("Prova Ada"), "the domain of an address is everybody's");
    admin.get("/gestione?cerca=ada@posta.example").await.says("Prova Ada");
    let none = admin.get("/gestione?cerca=%25%25").await;
    assert!(!none.text().contains("Prova Ada") && !none.text().contains("Prova Nicolò"));
    world.go_to("2014-09-24T07:40:00Z").await;
    let room = format!("/aula/{}/aggiungi?cerca=", world.session("workshop-1", 1).await);
    admin.get(&format!("{room}100%25")).await.says("Ada 100% Prova");
    for nobody in ["n%25o", "nic_lo"] {
        admin.get(&format!("{room}{nobody}")).await.says("Nessuno con");
    }
});

on_both!(rubbish_in_the_address_of_the_board_is_as_if_it_was_not_there, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let admin = world.admin().await;
    for query in [
        "pagina=-1",
        "pagina=99999999999999999999",
        "tappa=x",
        "filtro=x",
        "ordina=drop",
        "profilo=x",
        "workshop=x",
        "tutte=x",
        "pagina=7",
    ] {
        let page = admin.get(&format!("/gestione?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        page.says("Prova Ada");
        assert_eq!(admin.get(&format!("/gestione/iscritti?{query}")).await.status, 200, "{query}");
    }
    // No address of ours has a NUL, and PostgreSQL takes none in a text.
    for path in
        ["/gestione?edizione=keine", "/gestione?filtro=%00", "/gestione/edizioni/%00", "/accedi/posta?r=%00"]
    {
        assert_eq!(admin.get(path).await.status, 404, "{path}");
    }
    assert_eq!(world.browser().post("/iscrizione/inviata/%00", &[]).await.status, 404);
});

on_both!(the_office_confirms_on_the_phone_offers_a_freed_place_and_ends_with_a_reason, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[0].offers_automatic = false;
        })
        .await;
    world
        .browser()
        .post(
            &format!("/workshop/{FIRST}/iscrizione"),
            &crate::harness::form("Ada", "ada@posta.example", &[]),
        )
        .await;
    let admin = world.admin().await;
    let ada = world.enrolment("ada@posta.example", "workshop-1").await;
    assert_eq!(admin.post(&format!("/gestione/iscrizioni/{ada}/conferma"), &[]).await.status, 303);
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["confirmed"]);
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    world.sign_up("Ciro", "ciro@posta.example", &[FIRST]).await;
    let (bea, ciro) = (
        world.enrolment("bea@posta.example", "workshop-1").await,
        world.enrolment("ciro@posta.example", "workshop-1").await,
    );
    assert_eq!(
        admin.post(&format!("/gestione/iscrizioni/{bea}/posto"), &[]).await.status,
        422,
        "no place is free"
    );
    assert_eq!(
        admin.post(&format!("/gestione/iscrizioni/{ada}/annulla"), &[("motivo", " ")]).await.status,
        422,
        "a reason is required"
    );
    assert_eq!(
        admin
            .post(&format!("/gestione/iscrizioni/{ada}/annulla"), &[("motivo", "ha telefonato")])
            .await
            .status,
        303
    );
    assert_eq!(world.states("ada@posta.example", "workshop-1").await, ["cancelled(by_staff)"]);
    assert_eq!(
        admin.post(&format!("/gestione/iscrizioni/{ciro}/posto"), &[]).await.status,
        422,
        "not first in line"
    );
    assert_eq!(admin.get("/gestione").await.status, 200);
    assert_eq!(admin.post(&format!("/gestione/iscrizioni/{bea}/posto"), &[]).await.status, 303);
    assert_eq!(world.states("bea@posta.example", "workshop-1").await, ["offered"]);
    world.settle().await;
    let offer = world.mails_to("bea@posta.example").pop().unwrap().link("/offerta/");
    assert_eq!(world.browser().post(&offer, &[]).await.status, 303);
    assert_eq!(world.states("bea@posta.example", "workshop-1").await, ["confirmed"]);
    world.settle().await;
    let letter = world.mails_to("bea@posta.example").pop().unwrap();
    assert_eq!((letter.kind(), letter.calendars[0].1.as_deref()), ("place-confirmed", Some("REQUEST")));
    let page = admin.get(&format!("/gestione/persone/{}", world.person("ada@posta.example").await)).await;
    page.says("ha telefonato");
});

on_both!(a_waiver_with_its_reason_opens_the_course, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    let (person, edition) = (world.person("ada@posta.example").await, world.edition().await.to_string());
    let admin = world.admin().await;
    let path = format!("/gestione/persone/{person}/deroga");
    assert_eq!(admin.post(&path, &[("edizione", &edition), ("motivo", "")]).await.status, 422);
    assert_eq!(
        admin.post(&path, &[("edizione", &edition), ("motivo", "lo ha frequentato altrove")]).await.status,
        303
    );
    world.settle().await;
    assert_eq!(world.mails_to("ada@posta.example").pop().unwrap().kind(), "waiver-given");
    assert_eq!(ada.post("/corso/iscrizione", &[]).await.status, 303);
    assert_eq!(world.states("ada@posta.example", "corso").await, ["confirmed"]);
    admin.get(&format!("/gestione/persone/{person}")).await.says("lo ha frequentato altrove");
});

on_both!(nobody_of_the_office_decides_about_themselves, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    assert_eq!(admin.post(&format!("/workshop/{FIRST}/iscrizione"), &[]).await.status, 303);
    let own = world.enrolment("ufficio@percorso.example", "workshop-1").await;
    assert_eq!(
        admin.post(&format!("/gestione/iscrizioni/{own}/annulla"), &[("motivo", "x")]).await.status,
        422
    );
    let person = world.person("ufficio@percorso.example").await;
    let edition = world.edition().await.to_string();
    assert_eq!(
        admin
            .post(&format!("/gestione/persone/{person}/deroga"), &[("edizione", &edition), ("motivo", "x")])
            .await
            .status,
        422
    );
});

on_both!(the_days_list_names_what_only_a_person_can_settle, |world| {
    world
        .programme(|file| {
            file.offerings[0].capacity = Some(1);
            file.offerings[0].offers_automatic = false;
        })
        .await;
    let ada = world.sign_up("Ada", "ada@posta.example", &[FIRST]).await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    let enrolment = world.enrolment("ada@posta.example", "workshop-1").await;
    ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await;
    let admin = world.admin().await;
    let page = admin.get("/gestione").await;
    assert!(page.body.contains("#attesa\""), "a freed place with somebody waiting");
    world.go_to("2014-09-26T08:00:00Z").await;
    let page = world.admin().await.get("/gestione").await;
    let session = world.session("workshop-1", 1).await;
    assert!(page.body.contains(&format!("/aula/{session}\"")), "an open register of a session that is over");
});
