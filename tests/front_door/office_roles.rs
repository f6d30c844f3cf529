//! Roles of the office: given and taken in the browser, each may do what is its own, the last admin stays.

use percorso::domain::role::{Role, Seen};
use percorso::store::roles as stored;
use percorso::usecases::grant_role::change_role;
use percorso::usecases::{Actor, No};
use rocket::futures::future::join;
use sea_orm::ConnectionTrait as _;

use crate::harness::changing::{ADA, BEA, FIRST};
use crate::on_both;

const OFFICE: &str = "ufficio@percorso.example";
const RITA: &str = "rita@posta.example";
const LEO: &str = "leo@posta.example";

on_both!(roles_are_given_changed_and_taken_in_the_browser, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let fields =
        [("email", "Rita@Posta.example"), ("nome", "Rita"), ("cognome", "Prova"), ("ruolo", "reader")];
    let given = admin.post("/gestione/ruoli", &fields).await;
    assert_eq!(given.location.as_deref(), Some("/gestione/ruoli?fatto=role-given"));
    admin.get("/gestione/ruoli").await.says("Rita Prova rita@posta.example Sola lettura, dal");
    let rita = world.signed_in(RITA).await;
    assert_eq!(rita.get("/gestione").await.status, 200);
    assert_eq!(rita.get("/aula").await.status, 403);
    let person = world.person(RITA).await;
    let path = format!("/gestione/ruoli/{person}");
    assert_eq!(admin.post(&path, &[("visto", "reader"), ("ruolo", "secretary")]).await.status, 303);
    assert_eq!(rita.get("/aula").await.status, 200, "it holds from the next page on");
    let taken = admin.post(&path, &[("visto", "secretary"), ("ruolo", "nessuno")]).await;
    assert_eq!(taken.location.as_deref(), Some("/gestione/ruoli?fatto=role-taken"));
    assert_eq!(rita.get("/gestione").await.status, 403);
    let story = admin.get("/gestione/storia").await;
    story.says("ha dato un ruolo: Rita Prova (– → poi Sola lettura)");
    story.says("ha dato un ruolo: Rita Prova (Sola lettura → poi Segreteria)");
    story.says("ha tolto un ruolo: Rita Prova (Segreteria → poi –)");
});

on_both!(what_is_wrong_with_a_role_is_said_at_its_field_and_everything_typed_is_kept, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let page = admin.post("/gestione/ruoli", &[("email", "rita"), ("nome", "Rita"), ("ruolo", "capo")]).await;
    assert_eq!(page.status, 422);
    page.says("Completa l’indirizzo email: manca la chiocciola");
    page.says("Scegli un ruolo");
    assert!(page.body.contains("value=\"rita\"") && page.body.contains("value=\"Rita\""), "{}", page.body);
    let nobody = admin.post("/gestione/ruoli/999999", &[("ruolo", "reader")]).await;
    assert_eq!(nobody.status, 404);
    let strange = format!("/gestione/ruoli/{}", world.person(OFFICE).await);
    assert_eq!(admin.post(&strange, &[("ruolo", "capo")]).await.status, 404);
});

on_both!(the_last_admin_keeps_the_role_however_it_is_asked, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    let me = world.person(OFFICE).await;
    for role in ["nessuno", "reader", "secretary"] {
        let fields = [("visto", "admin"), ("ruolo", role)];
        let no = admin.post(&format!("/gestione/ruoli/{me}"), &fields).await;
        assert_eq!(no.status, 422, "{role}");
        no.says("È l’ultima persona con il ruolo «amministrazione»");
    }
    let seen = format!("{me}:admin");
    let fields = [("email", OFFICE), ("ruolo", "reader"), ("visti", seen.as_str())];
    let no = admin.post("/gestione/ruoli", &fields).await;
    assert_eq!(no.status, 422);
    no.says("È l’ultima persona con il ruolo «amministrazione»");
    assert_eq!(stored::of_person(world.desk.store.reader(), me).await.unwrap(), Some(Role::Admin));
    world.with_role(RITA, Role::Admin).await;
    let fields = [("visto", "admin"), ("ruolo", "nessuno")];
    let gone = admin.post(&format!("/gestione/ruoli/{me}"), &fields).await;
    assert_eq!(gone.location.as_deref(), Some("/mio-percorso"));
    assert_eq!(admin.get("/gestione").await.status, 403);
});

on_both!(two_admins_who_take_the_role_from_each_other_leave_one, |world| {
    world.programme(|_| {}).await;
    world.admin().await;
    world.with_role(RITA, Role::Admin).await;
    let (one, other) = (world.person(OFFICE).await, world.person(RITA).await);
    let seen = Seen::Role(Some(Role::Admin));
    let (first, second) = join(
        change_role(&world.desk, other, seen, None, Actor::Staff(one)),
        change_role(&world.desk, one, seen, None, Actor::Staff(other)),
    )
    .await;
    let refused = [&first, &second].iter().filter(|done| matches!(done, Err(No::Refused(_)))).count();
    assert_eq!(refused, 1, "{first:?} {second:?}");
    assert_eq!(stored::admins(world.desk.store.reader()).await.unwrap().len(), 1);
});

on_both!(a_secretary_sees_no_button_that_is_not_theirs_and_a_reader_sees_none, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let person = format!("/gestione/persone/{}", world.person(ADA).await);
    let course = format!("/gestione/offerte/{}", world.offering("corso").await);
    let (admin, secretary, reader) = (
        world.admin().await,
        world.with_role(RITA, Role::Secretary).await,
        world.with_role(LEO, Role::Reader).await,
    );
    let forms = |body: &str| -> Vec<&'static str> {
        let all = [("deroga", "/deroga\""), ("annulla", "/annulla\""), ("regola", "value=\"regola\"")];
        all.into_iter().filter(|(_, sign)| body.contains(sign)).map(|(name, _)| name).collect()
    };
    let mut seen = Vec::new();
    for browser in [&admin, &secretary, &reader] {
        let both = browser.get(&person).await.body + &browser.get(&course).await.body;
        seen.push(forms(&both));
    }
    assert_eq!(seen, [vec!["deroga", "annulla", "regola"], vec!["annulla"], vec![]]);
    reader.get(&course).await.says("Il tuo ruolo è «sola lettura»");
    let rule = secretary.post(&course, &[("azione", "regola"), ("richiesti", "1")]).await;
    assert_eq!(rule.status, 403, "the rule is the admins'");
});

on_both!(nobody_can_rewrite_the_audit_not_even_in_the_database, |world| {
    world.programme(|_| {}).await;
    world.admin().await;
    let reader = world.desk.store.reader();
    let backend = reader.get_database_backend();
    let before =
        percorso::store::audit::count(reader, &percorso::store::audit::Wanted::default()).await.unwrap();
    assert!(before > 0, "something stands there");
    let mut wanted = vec!["UPDATE audit SET act = 'nothing'", "DELETE FROM audit"];
    if backend == sea_orm::DbBackend::Postgres {
        wanted.push("TRUNCATE audit");
    }
    for sql in wanted {
        let tx = world.desk.store.begin().await.unwrap();
        let no = tx.execute_unprepared(sql).await.expect_err(sql).to_string();
        assert!(no.contains("the audit is append-only"), "{sql}: {no}");
        tx.rollback().await.unwrap();
    }
    let after =
        percorso::store::audit::count(reader, &percorso::store::audit::Wanted::default()).await.unwrap();
    assert_eq!(after, before);
});

on_both!(the_audit_is_read_by_person_by_session_by_author_and_by_act, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.sign_up("Bea", BEA, &[FIRST]).await;
    let admin = world.admin().await;
    let fields = [("motivo", "ha telefonato")];
    let enrolment = world.enrolment(BEA, "workshop-1").await;
    assert_eq!(admin.post(&format!("/gestione/iscrizioni/{enrolment}/annulla"), &fields).await.status, 303);
    world.go_to("2014-09-24T15:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    let (session, bea) = (world.session("workshop-1", 1).await, world.person(BEA).await);
    let (office, trainer) = (world.person(OFFICE).await, world.person(crate::harness::TRAINER).await);
    let admin = world.signed_in(OFFICE).await;
    for (query, says, lines) in [
        (format!("persona={bea}"), "«ha telefonato»", "1"),
        (format!("incontro={session}"), "Delfina Marcandalli ha chiuso un registro", "2"),
        (format!("chi={office}"), "ha cambiato un’iscrizione: Bea Prova", "1"),
        (format!("chi={trainer}&cosa=close_register"), "Annulla da qui", "1"),
        ("cosa=import_edition".to_owned(), "Chi gestisce il programma ha caricato il file", "1"),
        ("cosa=x&chi=y&pagina=-3".to_owned(), "ufficio@percorso.example ha cambiato un’iscrizione", "16"),
    ] {
        let page = admin.get(&format!("/gestione/storia?{query}")).await;
        page.says(says);
        page.says(&format!(" Righe {lines} "));
    }
});
