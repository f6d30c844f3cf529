//! The form of a sign-up as a page: its fields, which of them a browser insists on, its main action; the same where every
//! place is taken.

use crate::harness::World;
use crate::harness::browser::Answer;
use crate::harness::changing::{ADA, FIRST, SECOND};
use crate::on_both;

/// A control of a form, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Control {
    name: String,
    value: String,
    required: bool,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(str::to_owned)
}

/// The form of a page that signs up.
#[track_caller]
fn form_of(page: &Answer, slug: &str) -> String {
    let start = format!("<form method=\"post\" action=\"/workshop/{slug}/iscrizione\"");
    let (_, rest) = page.body.split_once(&start).unwrap_or_else(|| panic!("no form: {}", page.text()));
    rest.split("</form>").next().unwrap_or_default().to_owned()
}

/// Its controls of one kind of tag, in the order of the page.
fn controls(form: &str, tag: &str) -> Vec<Control> {
    form.split(&format!("<{tag} "))
        .skip(1)
        .map(|rest| format!(" {}", rest.split('>').next().unwrap_or_default()))
        .filter_map(|tag| {
            let name = attribute(&tag, "name")?;
            let required = tag.split(' ').any(|word| word == "required");
            Some(Control { name, value: attribute(&tag, "value").unwrap_or_default(), required })
        })
        .collect()
}

/// Every name that is filled in, once, with whether a browser insists on it.
fn names(form: &str) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    for control in controls(form, "input").into_iter().chain(controls(form, "textarea")) {
        if !found.iter().any(|(name, _)| *name == control.name) {
            found.push((control.name, control.required));
        }
    }
    found.sort();
    found
}

fn wanted() -> Vec<(String, bool)> {
    let mut all = [
        ("nome", true),
        ("cognome", true),
        ("email", true),
        ("telefono", false),
        ("profilo", true),
        ("esigenze", false),
        ("consenso_esigenze", false),
        ("privacy", true),
        ("workshop", false),
    ]
    .map(|(name, required)| (name.to_owned(), required))
    .to_vec();
    all.sort();
    all
}

async fn page(world: &World, slug: &str) -> Answer {
    let page = world.browser().get(&format!("/workshop/{slug}")).await;
    assert_eq!(page.status, 200);
    page
}

on_both!(the_form_insists_on_what_is_mandatory_and_its_first_named_button_signs_up, |world| {
    world.programme(|_| {}).await;
    let page = page(world, FIRST).await;
    let form = form_of(&page, FIRST);
    assert_eq!(names(&form), wanted());
    let buttons = controls(&page.body, "button");
    assert_eq!((buttons[0].name.as_str(), buttons[0].value.as_str()), ("azione", "iscrivi"));
    let profiles: Vec<Control> =
        controls(&form, "input").into_iter().filter(|control| control.name == "profilo").collect();
    let values: Vec<&str> = profiles.iter().map(|control| control.value.as_str()).collect();
    assert_eq!(
        values,
        ["servizi-sociali", "servizi-sanitari", "servizi-educativi", "cittadinanza", "volontariato"]
    );
    assert!(profiles.iter().all(|control| control.required), "each of the group says so");
    let further: Vec<String> = controls(&form, "input")
        .into_iter()
        .filter(|control| control.name == "workshop")
        .map(|control| control.value)
        .collect();
    assert_eq!(further, [SECOND, "auto-mutuo-aiuto-e-professionismo"], "what else has a date, by its slug");
});

on_both!(each_of_the_five_profiles_is_taken_and_kept_and_another_one_is_not, |world| {
    world.programme(|_| {}).await;
    let form = form_of(&page(world, FIRST).await, FIRST);
    let mut values: Vec<String> = controls(&form, "input")
        .into_iter()
        .filter(|control| control.name == "profilo")
        .map(|control| control.value)
        .collect();
    assert_eq!(values.len(), 5);
    values.push("altro".to_owned());
    for (n, value) in values.iter().enumerate() {
        let email = format!("p{n}@posta.example");
        let mut fields = crate::harness::form("Ada", &email, &[]);
        fields.retain(|(name, _)| *name != "profilo");
        fields.push(("profilo", value.as_str()));
        let answer = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await;
        if value == "altro" {
            assert_eq!(answer.status, 422);
            continue;
        }
        assert_eq!(answer.status, 303, "{value}: {}", answer.text());
        let person = percorso::store::people::by_email(world.desk.store.reader(), &email).await.unwrap();
        assert_eq!(person.unwrap().profile.as_deref(), Some(value.as_str()));
    }
});

on_both!(a_full_workshop_shows_the_same_form_for_its_waiting_list, |world| {
    world.programme(|file| file.offerings[0].capacity = Some(1)).await;
    let free = form_of(&page(world, FIRST).await, FIRST);
    world.sign_up("Ada", ADA, &[FIRST]).await;
    let full = page(world, FIRST).await;
    full.says("Posti esauriti");
    let form = form_of(&full, FIRST);
    for tag in ["input", "textarea", "button"] {
        assert_eq!(controls(&form, tag), controls(&free, tag), "{tag}");
    }
    assert_eq!(names(&form), wanted());
    let fields = crate::harness::form("Bea", "bea@posta.example", &[]);
    let sent = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await;
    assert_eq!(sent.status, 303);
    assert_eq!(world.states("bea@posta.example", "workshop-1").await, ["pending_wait"]);
});
