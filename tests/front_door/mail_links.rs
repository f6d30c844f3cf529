//! Pages behind the links of mails show names, and their addresses carry secrets: nobody keeps a copy, and no
//! other site is told the address. A wrong link is treated like a right one.

use crate::harness::browser::Answer;
use crate::harness::{World, form};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";
/// What such a page says of copies, and of who is told its address.
const KEPT_CLOSE: (Option<&str>, Option<&str>) = (Some("no-store"), Some("same-origin"));

fn headers(answer: &Answer) -> (Option<&str>, Option<&str>) {
    (answer.header("Cache-Control"), answer.header("Referrer-Policy"))
}

/// Opens a page in both languages, as a stranger.
async fn opens(world: &World, path: &str, status: u16) {
    for prefix in ["", "/en"] {
        let page = world.browser().get(&format!("{prefix}{path}")).await;
        assert_eq!((page.status, headers(&page)), (status, KEPT_CLOSE), "{prefix}{path}");
    }
}

/// Presses the button of a page, as a stranger.
async fn acts(world: &World, path: &str, status: u16) {
    let answer = world.browser().post(path, &[]).await;
    assert_eq!((answer.status, headers(&answer)), (status, KEPT_CLOSE), "{path}");
}

on_both!(the_pages_of_right_and_wrong_links_are_kept_by_nobody, |world| {
    world.programme(|_| {}).await;
    let fields = form("Ada", ADA, &[]);
    let sent = world.browser().post(&format!("/workshop/{FIRST}/iscrizione"), &fields).await;
    opens(world, &sent.location.unwrap(), 200).await;
    opens(world, "/iscrizione/inviata/wrong", 404).await;
    world.settle().await;
    let confirm = world.mails_to(ADA).pop().unwrap().link("/conferma/");
    opens(world, &confirm, 200).await;
    opens(world, "/conferma/wrong", 404).await;
    acts(world, "/conferma/wrong", 404).await;
    acts(world, &confirm, 303).await;
    opens(world, &confirm, 200).await;
    world.settle().await;
    let leave = world.mails_to(ADA).pop().unwrap().link("/disdici/");
    opens(world, &leave, 200).await;
    opens(world, "/disdici/wrong", 404).await;
    acts(world, "/disdici/wrong", 404).await;
    acts(world, &leave, 303).await;
    opens(world, &leave, 200).await;
    assert_eq!(world.browser().post("/accedi", &[("email", ADA)]).await.status, 303);
    world.settle().await;
    let sign_in = world.mails().into_iter().rfind(|mail| mail.kind() == "sign-in").unwrap().link("/accedi/");
    opens(world, &sign_in, 200).await;
    opens(world, "/accedi/wrong", 410).await;
    acts(world, "/accedi/wrong", 410).await;
    acts(world, &sign_in, 303).await;
    opens(world, &sign_in, 410).await;
    let public = world.browser().get("/").await;
    assert_eq!(headers(&public).0, Some("no-cache"), "a page for everybody may be kept and asked for again");
});
