//! Whoever calls off a workshop has to say what its people are offered instead: the letters, the calls and the history say
//! the same.

use percorso::domain::proposal::{Proposal, Proposing};
use percorso::store::outbox;
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::{Imported, preview_import};

use crate::editions::with;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST, change, off, on_the_course};
use crate::harness::{Browser, World};
use crate::office_changes::hidden;
use crate::on_both;
use crate::phone_sign_ups::by_phone;

const QUESTION: &str = "Cosa proponiamo a chi era iscritto";
const MISSING: &str = "Scegli cosa proporre a chi era iscritto";
const SECOND: &str = "La valutazione di efficacia";
const THIRD: &str = "Auto mutuo aiuto e professionismo";
const HISTORY: &str = "/gestione/storia";
const CALLS: &str = "/gestione/telefonate";

/// The page of an offering, for the office.
async fn page_of(world: &World, key: &str) -> String {
    format!("/gestione/offerte/{}", world.offering(key).await)
}

/// Presses "Controlla" on the form that calls the first workshop off.
async fn check(world: &World, admin: &Browser<'_>, chosen: &[(&str, &str)]) -> Answer {
    let mut fields = chosen.to_vec();
    fields.extend([("versione", "1"), ("azione", "annulla")]);
    admin.post(&page_of(world, "workshop-1").await, &fields).await
}

/// Presses a button of the page that shows what it would mean.
async fn press(world: &World, admin: &Browser<'_>, checked: &Answer, button: &str) -> Answer {
    let fields = hidden(checked, "class=\"save row\"");
    admin.post(&page_of(world, "workshop-1").await, &with(&fields, &[("azione", button)])).await
}

/// Calls the first workshop off with this choice; everybody is told.
async fn call_off(world: &World, admin: &Browser<'_>, chosen: &[(&str, &str)]) -> Answer {
    let checked = check(world, admin, chosen).await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    let saved = press(world, admin, &checked, "annulla-conferma").await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    world.settle().await;
    checked
}

/// What the page says the letters propose.
fn proposed(checked: &Answer) -> &str {
    let (_, list) = checked.body.split_once("La mail propone:").expect("the list");
    list.split("</ul>").next().unwrap_or_default()
}

on_both!(calling_off_a_workshop_asks_what_its_people_are_offered_and_takes_no_silence, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let path = page_of(world, "workshop-1").await;
    let page = admin.get(&path).await;
    page.says(QUESTION);
    admin.get(&format!("/en{path}")).await.says("What we propose to whoever was enrolled");
    let (_, form) = page.body.split_once(QUESTION).unwrap();
    let form = form.split("</form>").next().unwrap();
    assert_eq!((form.matches("type=\"radio\"").count(), form.matches("type=\"checkbox\"").count()), (3, 4));
    assert!(!form.contains("checked"), "nothing is chosen beforehand: {form}");
    assert!(form.contains(SECOND) && form.contains(THIRD) && !form.contains("Il promotore"), "{form}");
    let third = world.offering("workshop-3").await.to_string();
    for button in ["annulla", "annulla-conferma"] {
        let fields = [("invece", third.as_str()), ("versione", "1"), ("azione", button)];
        let refused = admin.post(&path, &fields).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        refused.says(MISSING);
        assert!(refused.body.contains("href=\"#proposta\"") && refused.body.contains("id=\"proposta-e\""));
        let kept = format!("name=\"invece\" value=\"{third}\" checked");
        assert!(refused.body.contains(&kept), "what was ticked is kept: {}", refused.body);
    }
    let none = check(world, &admin, &[("proposta", "questi")]).await;
    assert_eq!(none.status, 422);
    none.says("Spunta almeno un workshop da proporre");
    assert!(none.body.contains("value=\"questi\" required checked"), "{}", none.body);
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(only_the_workshops_that_were_chosen_stand_on_the_page_and_in_the_letter, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let (third, fourth) = (world.offering("workshop-3").await, world.offering("workshop-4").await);
    let (third, fourth) = (third.to_string(), fourth.to_string());
    let chosen = [("proposta", "questi"), ("invece", third.as_str()), ("invece", fourth.as_str())];
    let checked = check(world, &admin, &chosen).await;
    let list = proposed(&checked);
    assert_eq!(list.matches("<li>").count(), 2, "{list}");
    assert!(list.contains(THIRD) && !list.contains(SECOND), "{list}");
    let back = press(world, &admin, &checked, "torna").await;
    assert_eq!(back.status, 200);
    assert!(back.body.contains("value=\"questi\" required checked"), "{}", back.body);
    for ticked in [&third, &fourth] {
        assert!(back.body.contains(&format!("name=\"invece\" value=\"{ticked}\" checked")), "{}", back.body);
    }
    assert_eq!(back.body.matches("name=\"invece\"").count(), 4);
    call_off(world, &admin, &chosen).await;
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "offering-cancelled");
    for said in [&letter.text, &letter.html] {
        assert!(said.contains("3 ottobre") && said.contains("quarto-workshop/avvisami"), "{said}");
        assert!(!said.contains("2 ottobre") && !said.contains("quinto-workshop"), "{said}");
    }
    let page = admin.get(HISTORY).await;
    page.says(&format!("a chi era iscritto proponiamo solo questi, se servono ancora: {THIRD}"));
    admin.get(&format!("/en{HISTORY}")).await.says("whoever was enrolled is offered only these");
});

on_both!(where_nothing_is_proposed_the_letter_says_only_that_it_is_called_off, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let checked = call_off(world, &admin, &[("proposta", "nessuno")]).await;
    checked.says("La mail non propone altri workshop: dice solo che è annullato.");
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "offering-cancelled");
    for unsaid in ["Puoi scegliere", "non ci sono altri workshop", "2 ottobre", "avvisami"] {
        assert!(!letter.text.contains(unsaid) && !letter.html.contains(unsaid), "{unsaid}: {}", letter.text);
    }
    assert!(letter.text.contains("Ci dispiace: questo workshop non si tiene."), "{}", letter.text);
    admin.get(HISTORY).await.says("a chi era iscritto non proponiamo altri workshop");
    let all = outbox::of_person(world.desk.store.reader(), world.person(ADA).await).await.unwrap();
    let sent = all.into_iter().find(|row| row.kind == "offering-cancelled").expect("the letter").id;
    let again = admin.post(&format!("/gestione/posta/{sent}/di-nuovo"), &[]).await;
    assert_eq!(again.status, 303, "{}", again.text());
    world.settle().await;
    let told: Vec<_> =
        world.mails_to(ADA).into_iter().filter(|mail| mail.kind() == "offering-cancelled").collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].text, told[1].text, "sent again, it proposes no more");
});

on_both!(what_was_chosen_is_what_is_said_on_the_phone_too, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    by_phone(world, &admin, "Ugo", "workshop-1", &[]).await;
    let third = world.offering("workshop-3").await.to_string();
    call_off(world, &admin, &[("proposta", "questi"), ("invece", third.as_str())]).await;
    let page = admin.get(CALLS).await;
    page.says("Ci dispiace, non si tiene: la tua iscrizione è annullata.");
    page.says(&format!("Puoi scegliere {THIRD}"));
    let text = page.text();
    assert!(!text.contains(&format!("Puoi scegliere {SECOND}")) && !text.contains("Vale anche"), "{text}");
    admin.get(HISTORY).await.says("proponiamo solo questi");
});

on_both!(where_nothing_is_proposed_nothing_is_proposed_on_the_phone, |world| {
    world.programme(|_| {}).await;
    let admin = world.admin().await;
    by_phone(world, &admin, "Ugo", "workshop-1", &[]).await;
    call_off(world, &admin, &[("proposta", "nessuno")]).await;
    let page = admin.get(CALLS).await;
    page.says("Ci dispiace, non si tiene: la tua iscrizione è annullata.");
    let text = page.text();
    for unsaid in ["Puoi scegliere", "Vale anche", "non ci sono altri workshop"] {
        assert!(!text.contains(unsaid), "{unsaid}: {text}");
    }
});

on_both!(a_workshop_that_was_chosen_and_is_called_off_meanwhile_is_chosen_anew, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let admin = world.admin().await;
    let third = world.offering("workshop-3").await;
    let id = third.to_string();
    let checked = check(world, &admin, &[("proposta", "questi"), ("invece", id.as_str())]).await;
    change(world, vec![off(third)]).await;
    let late = press(world, &admin, &checked, "annulla-conferma").await;
    assert_eq!(late.status, 422, "{}", late.text());
    late.says("Un workshop che avevi spuntato non si può più proporre");
    assert!(late.body.contains("value=\"questi\" required checked"), "{}", late.body);
    assert_eq!(late.body.matches("name=\"invece\"").count(), 3);
    assert_eq!(world.states(ADA, "workshop-1").await, ["confirmed"]);
});

on_both!(nothing_has_to_be_chosen_where_nobody_hears_of_it_or_there_is_nothing_beside_it, |world| {
    on_the_course(world).await;
    let admin = world.admin().await;
    for key in ["workshop-2", "corso"] {
        let path = page_of(world, key).await;
        let page = admin.get(&path).await;
        assert!(page.status == 200 && !page.text().contains(QUESTION), "{key}: {}", page.text());
        let checked = admin.post(&path, &[("versione", "1"), ("azione", "annulla")]).await;
        assert_eq!(checked.status, 200, "{key}: {}", checked.text());
    }
    admin.get(&page_of(world, "workshop-1").await).await.says(QUESTION);
    for key in ["workshop-2", "workshop-3", "workshop-4", "workshop-5"] {
        change(world, vec![off(world.offering(key).await)]).await;
    }
    let page = admin.get(&page_of(world, "workshop-1").await).await;
    assert!(!page.text().contains(QUESTION), "no other one is left: {}", page.text());
    call_off(world, &admin, &[]).await;
    let letter = world.mails_to(ADA).into_iter().rfind(|mail| mail.kind() == "offering-cancelled").unwrap();
    assert!(!letter.text.contains("Puoi scegliere"), "{}", letter.text);
});

on_both!(a_file_that_calls_a_workshop_off_proposes_whatever_still_helps_and_says_so, |world| {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    file.offerings[0].cancelled = true;
    let looked = preview_import(&world.desk, &file).await.expect("it may be imported");
    let called_off = world.offering("workshop-1").await;
    assert_eq!(looked.impact.proposals, [Proposing { called_off, propose: Proposal::All }]);
    assert_eq!(looked.impact.proposed.len(), 4);
    assert!(matches!(world.import(&file).await, Ok(Imported::Changed(_))));
    world.settle().await;
    let letter = world.mails_to(ADA).pop().unwrap();
    assert_eq!(letter.kind(), "offering-cancelled");
    assert!(letter.text.contains("2 ottobre") && letter.text.contains("3 ottobre"), "{}", letter.text);
    let page = world.admin().await.get(HISTORY).await;
    page.says("a chi era iscritto proponiamo tutti i workshop che a ciascuno servono ancora");
});
