//! One history per person, across editions: sign-ups, marks, letters, waivers and certificates, each with the way to what
//! it speaks of.

use percorso::store::{certificates, outbox};
use percorso::usecases::import_edition::Imported;

use crate::finished_course::{finished, press, publish, rename};
use crate::harness::changing::{ADA, FIRST};
use crate::on_both;
use crate::two_editions::next_season;

/// A workshop of the next season that Ada has not attended in the last one.
const NEXT: &str = "/workshop/auto-mutuo-aiuto-e-professionismo-2015/iscrizione";

on_both!(the_history_tells_of_every_edition_with_the_way_to_each_letter_and_certificate, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let paper = publish(world, ADA).await;
    rename(world, ADA, "Àda", "Prova").await;
    assert_eq!(press(world, &format!("{}/riemetti", paper.id), &[]).await.status, 303);
    assert_eq!(world.import(&next_season()).await, Ok(Imported::Created));
    assert_eq!(world.signed_in(ADA).await.post(NEXT, &[]).await.status, 303);
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let edition = world.edition().await.to_string();
    let waiver = [("edizione", edition.as_str()), ("motivo", "lo ha frequentato altrove")];
    assert_eq!(admin.post(&format!("/gestione/persone/{ada}/deroga"), &waiver).await.status, 303);
    world.settle().await;
    let page = admin.get(&format!("/gestione/persone/{ada}")).await;
    let published = "Attestato AMA-2014-0001 pubblicato: Il promotore dei gruppi di auto mutuo aiuto";
    let again = "Attestato AMA-2014-0001/b riemesso con il nome corretto: Il promotore dei gruppi";
    for says in [
        "Posto confermato: Il promotore dell’Ama, mercoledì 24 settembre",
        "la persona · Autunno 2014",
        "la persona · Autunno 2015",
        "Presente: Il promotore dell’Ama, mercoledì 24 settembre",
        "Delfina Marcandalli · Autunno 2014",
        published,
        again,
        "Deroga data",
        "ufficio@percorso.example · Autunno 2015 · «lo ha frequentato altrove»",
        "Mail: posto confermato",
    ] {
        page.says(says);
    }
    let reader = world.desk.store.reader();
    let papers = certificates::of_person(reader, ada).await.unwrap();
    assert_eq!(papers.len(), 2);
    for paper in &papers {
        let (pdf, check) = (format!("/gestione/attestati/{}.pdf", paper.id), format!("/v/{}", paper.code));
        for link in [pdf, check] {
            assert!(page.body.contains(&format!("href=\"{link}\"")), "{link}");
            assert_eq!(admin.get(&link).await.status, 200, "{link}");
        }
    }
    let letters = outbox::of_person(reader, ada).await.unwrap();
    assert!(letters.len() > 5);
    for letter in &letters {
        let link = format!("/gestione/posta/{}", letter.id);
        assert!(page.body.contains(&format!("href=\"{link}\"")), "{}", letter.kind);
        assert_eq!(admin.get(&link).await.status, 200, "{}", letter.kind);
    }
    admin.get(&format!("/en/gestione/persone/{ada}")).await.says("Autumn 2015");
});

on_both!(a_revoked_certificate_says_its_number_and_why_in_the_history, |world| {
    finished(world, &[("Ada", ADA, "PPP")]).await;
    let paper = publish(world, ADA).await;
    let reason = [("motivo", "due presenze erano di un’altra persona")];
    assert_eq!(press(world, &format!("{}/revoca", paper.id), &reason).await.status, 303);
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let page = admin.get(&format!("/gestione/persone/{ada}")).await;
    page.says("Attestato revocato AMA-2014-0001: Il promotore dei gruppi di auto mutuo aiuto");
    page.says("ufficio@percorso.example · «due presenze erano di un’altra persona»");
});

on_both!(a_history_of_one_edition_does_not_repeat_its_name, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, ada) = (world.admin().await, world.person(ADA).await);
    let page = admin.get(&format!("/gestione/persone/{ada}")).await;
    page.says("la persona");
    assert!(!page.text().contains("la persona · Autunno 2014"), "{}", page.text());
});
