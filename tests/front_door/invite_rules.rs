//! Rules of invites that need a story of their own, or a look at how the mail around them is built. Numbers are those
//! of docs/calendar-rules.md.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta};
use icalendar::Component as _;
use mail_parser::{MessageParser, MessagePart, MimeHeaders as _};
use percorso::domain::change::Edit;
use percorso::domain::edition_file;
use percorso::domain::session::Hours;
use percorso::domain::waiting_list::Offers;

use crate::feeds::{one, value};
use crate::harness::changing::{
    ADA, BEA, FIRST, SECOND, change, moved, objects, on_the_course, set_places, timed, told,
};
use crate::harness::{Browser, Mail, PROGRAMME, TRAINER, World, form};
use crate::invite_details::{header, lines};
use crate::on_both;

const CIRO: &str = "ciro@posta.example";
/// The days of the course.
const DAYS: [&str; 7] = ["20141022", "20141029", "20141105", "20141119", "20141210", "20150114", "20150121"];
/// What makes an object a series, or one of a series.
const SERIES: [&str; 5] = ["RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID"];

/// The mail that confirms a workshop without hours.
async fn a_confirmation(world: &World) -> Mail {
    world.programme(|_| {}).await;
    world.sign_up("Ada", ADA, &[FIRST]).await;
    world.mails_to(ADA).pop().unwrap()
}

/// The three mails of one UID: the confirmation, the letter that hours are set, the one after the place was given back.
async fn request_update_cancel(world: &World) -> [Mail; 3] {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Adà", ADA, &[FIRST]).await;
    let to = timed("2014-09-24", "09:30:00", "17:00:00", Some("Sala AMALO"));
    change(world, vec![moved(world, "workshop-1", 1, to).await]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let (objects, uids) = objects(world, ADA, "");
    let wanted = [
        ("REQUEST", "0", "20140924"),
        ("REQUEST", "1", "20140924T093000"),
        ("CANCEL", "2", "20140924T093000"),
    ];
    assert_eq!((objects, uids.len()), (wanted.map(told).to_vec(), 1));
    let mut mails = world.mails_to(ADA);
    mails.retain(|mail| !mail.calendars.is_empty());
    mails.try_into().expect("three mails")
}

/// Somebody fills in the form of a page and confirms; gives the mail with the invite.
async fn signed_up(world: &World, page: &str, fields: &[(&str, &str)]) -> Mail {
    let browser = world.browser();
    assert_eq!(browser.post(&format!("{page}/iscrizione"), fields).await.status, 303);
    world.settle().await;
    let link = world.mails().pop().expect("the letter that asks").link("/conferma/");
    assert_eq!(browser.post(&link, &[]).await.status, 303);
    world.settle().await;
    world.mails().pop().expect("the confirmation")
}

fn kind(part: &MessagePart<'_>) -> String {
    let kind = part.content_type().expect("a content type");
    format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default())
}

on_both!(r3_the_calendar_stands_last_inside_the_alternative_and_its_copy_outside_of_it, |world| {
    let mail = a_confirmation(world).await;
    let message = MessageParser::default().parse(&mail.raw).unwrap();
    let kinds = |ids: &[u32]| ids.iter().map(|id| kind(message.part(*id).unwrap())).collect::<Vec<String>>();
    let whole = message.root_part();
    assert_eq!(kind(whole), "multipart/mixed");
    let outside = whole.sub_parts().unwrap();
    assert_eq!(kinds(outside), ["multipart/alternative", "application/ics"]);
    let inside = message.part(outside[0]).unwrap().sub_parts().unwrap();
    assert_eq!(kinds(inside), ["text/plain", "text/html", "text/calendar"]);
});

on_both!(r7_the_calendar_is_base64_and_no_encoded_line_is_longer_than_76, |world| {
    let mail = a_confirmation(world).await;
    let message = MessageParser::default().parse(&mail.raw).unwrap();
    let mut encodings = Vec::new();
    for part in message.parts.iter().filter(|part| !part.is_multipart()) {
        let (from, to) = (part.raw_body_offset(), part.raw_end_offset());
        let body = &mail.raw[usize::try_from(from).unwrap()..usize::try_from(to).unwrap()];
        let long: Vec<&str> = body.lines().filter(|line| line.len() > 76).collect();
        assert_eq!(long, Vec::<&str>::new(), "{}", kind(part));
        assert!(body.lines().count() > 5, "the whole body is looked at: {body}");
        encodings.push((kind(part), part.content_transfer_encoding().unwrap_or_default().to_owned()));
    }
    let wanted = [
        ("text/plain", "quoted-printable"),
        ("text/html", "quoted-printable"),
        ("text/calendar", "base64"),
        ("application/ics", "base64"),
    ];
    assert_eq!(encodings, wanted.map(|(kind, encoding)| (kind.to_owned(), encoding.to_owned())));
});

on_both!(r16_r53_every_later_mail_of_a_uid_answers_the_first_and_names_the_same_two, |world| {
    let mails = request_update_cancel(world).await;
    let first = format!("<{}>", mails[0].message_id);
    let answers: Vec<[String; 2]> =
        mails.iter().map(|mail| ["In-Reply-To", "References"].map(|name| header(mail, name))).collect();
    let none = [String::new(), String::new()];
    assert_eq!(answers, [none, [first.clone(), first.clone()], [first.clone(), first]], "R16");
    let named = |mail: &Mail| -> Vec<String> {
        let both = |line: &String| line.starts_with("ORGANIZER") || line.starts_with("ATTENDEE");
        lines(mail).into_iter().filter(both).collect()
    };
    let two = named(&mails[0]);
    let ends: Vec<Option<&str>> =
        two.iter().map(|line| line.rsplit_once(":mailto:").map(|(_, address)| address)).collect();
    assert_eq!(ends, [Some("corsi@percorso.example"), Some(ADA)]);
    assert!(two[1].contains("CN=\"Adà Prova\""), "{}", two[1]);
    for mail in &mails[1..] {
        assert_eq!(named(mail), two, "R53: {}", mail.kind());
    }
});

on_both!(r29_nothing_that_is_mailed_is_a_series_or_one_of_a_series, |world| {
    on_the_course(world).await;
    let hours = timed("2014-10-30", "09:30:00", "17:00:00", None);
    change(world, vec![moved(world, "corso", 2, hours).await]).await;
    let session = world.session("corso", 3).await;
    change(world, vec![Edit::CancelSession { session }]).await;
    world.wait(TimeDelta::minutes(11)).await;
    let mut seen = BTreeSet::new();
    for mail in world.mails() {
        for (_, _, stream) in &mail.calendars {
            let event = one(stream);
            let stands = |name: &&str| {
                event.properties().contains_key(*name) || event.multi_properties().contains_key(*name)
            };
            let found: Vec<&str> = SERIES.into_iter().filter(stands).collect();
            assert_eq!(found, Vec::<&str>::new(), "{}", mail.name);
            seen.insert((value(&event, "STATUS"), value(&event, "DTSTART").contains('T')));
        }
    }
    let wanted = [("CANCELLED", false), ("CONFIRMED", false), ("CONFIRMED", true)];
    assert_eq!(seen, BTreeSet::from(wanted.map(|(status, timed)| (status.to_owned(), timed))));
});

on_both!(r31a_the_entry_says_that_hours_and_place_will_follow_until_it_has_them, |world| {
    let mails = request_update_cancel(world).await;
    let said: Vec<String> = mails.iter().map(|mail| value(&one(mail.calendar()), "DESCRIPTION")).collect();
    let soon = "mercoledì 24 settembre 2014. L’orario arriverà: l’appuntamento si aggiorna da solo.\nL’indirizzo arriverà: l’appuntamento si aggiorna da solo.\nIl tuo percorso: https://percorso.example/mio-percorso";
    let set =
        "mercoledì 24 settembre 2014, 9:30–17:00\nIl tuo percorso: https://percorso.example/mio-percorso";
    assert_eq!(said, [soon, set, set]);
    let english = signed_up(world, &format!("/en/workshop/{SECOND}"), &form("Bea", BEA, &[])).await;
    let soon = "Thursday 2 October 2014. The hours will follow: the entry updates itself.\nThe address will follow: the entry updates itself.\nYour path: https://percorso.example/en/mio-percorso";
    assert_eq!(value(&one(english.calendar()), "DESCRIPTION"), soon);
});

on_both!(r36_a_uid_is_random_and_says_nothing_of_whom_or_what_it_is_about, |world| {
    world.programme(|_| {}).await;
    let mut fields = form("Ermenegilda", "ermenegilda.bianchini@posta.example", &[]);
    fields.retain(|(name, _)| *name != "cognome");
    fields.push(("cognome", "Bianchini"));
    let mail = signed_up(world, &format!("/workshop/{FIRST}"), &fields).await;
    let uid = value(&one(mail.calendar()), "UID");
    assert!(uid.len() <= 255 && uid.bytes().all(|byte| byte.is_ascii_graphic()), "{uid}");
    let (random, domain) = uid.split_once('@').expect("an at sign");
    assert_eq!(domain, "percorso.example", "the organizer's");
    assert!(random.len() >= 16, "{uid}");
    // Long words only: a short one may stand in random letters by chance.
    let private =
        ["ermenegilda", "bianchini", "posta.example", "promotore", "workshop", "20140924", "2014-09-24"];
    let plain = random.to_lowercase();
    let said: Vec<&str> = private.into_iter().filter(|word| plain.contains(word)).collect();
    assert_eq!(said, Vec::<&str>::new(), "{uid}");
});

on_both!(r45_the_title_is_one_line_the_text_plain_and_the_link_stands_in_it_and_as_url, |world| {
    let place = "Sala <i>AMALO</i> & C., Milano; piano 2";
    world
        .programme(|file| {
            // As somebody wrote it into the file, through what reads the file.
            let title = r#""Il promotore\ndell’Ama: <b>primo</b> & unico; \"vero\"""#;
            let typed = PROGRAMME.replace("\"Il promotore dell’Ama\"", title);
            file.offerings[0].title = edition_file::read(&typed).unwrap().offerings[0].title.clone();
            let session = &mut file.offerings[0].sessions[0];
            session.place = Some(place.into());
            session.hours =
                Some(Hours { start: "09:30:00".parse().unwrap(), end: "17:00:00".parse().unwrap() });
        })
        .await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    let text =
        "mercoledì 24 settembre 2014, 9:30–17:00\nIl tuo percorso: https://percorso.example/mio-percorso";
    let mut mails = world.mails_to(ADA);
    mails.retain(|mail| !mail.calendars.is_empty());
    assert_eq!(mails.len(), 2, "a REQUEST and its CANCEL");
    for mail in mails {
        let event = one(mail.calendar());
        assert_eq!(value(&event, "SUMMARY"), "Il promotore dell’Ama: <b>primo</b> & unico; \"vero\"");
        assert_eq!(value(&event, "LOCATION"), place);
        assert_eq!(value(&event, "DESCRIPTION"), text);
        assert_eq!(value(&event, "URL"), format!("https://percorso.example/workshop/{FIRST}"));
        assert!(!event.multi_properties().contains_key("ATTACH"), "{}", mail.calendar());
    }
});

/// Ada and Bea have the two places of the course, and Ciro, who may have one, waits. A person offers what is freed.
async fn a_line_for_the_course(world: &World) -> Browser<'_> {
    on_the_course(world).await;
    let offering = world.offering("corso").await;
    set_places(world, offering, Some(2), Offers::ByPerson).await;
    let ciro = world.sign_up("Ciro", CIRO, &[FIRST]).await;
    let (person, edition) = (world.person(CIRO).await, world.edition().await.to_string());
    let waiver = [("edizione", edition.as_str()), ("motivo", "prova")];
    let admin = world.admin().await;
    assert_eq!(admin.post(&format!("/gestione/persone/{person}/deroga"), &waiver).await.status, 303);
    assert_eq!(ciro.post("/corso/iscrizione", &[]).await.status, 303);
    let ada = world.signed_in(ADA).await;
    let hers = world.enrolment(ADA, "corso").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{hers}/disdici"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(
        world.states(CIRO, "corso").await,
        ["waitlisted"],
        "a place is free, and nobody offers it yet"
    );
    assert_eq!(objects(world, CIRO, "/7)").0, [], "nothing in the calendar while waiting");
    ciro
}

on_both!(r72_who_is_promoted_from_the_line_has_each_day_as_request_0_and_nothing_before, |world| {
    let ciro = a_line_for_the_course(world).await;
    assert_eq!(world.offers_by_hand("corso").await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(CIRO, "corso").await, ["offered"]);
    assert_eq!(objects(world, CIRO, "/7)").0, [], "nor while a place is offered");
    let enrolment = world.enrolment(CIRO, "corso").await;
    assert_eq!(ciro.post(&format!("/mio-percorso/{enrolment}/accetta"), &[]).await.status, 303);
    world.wait(TimeDelta::minutes(1)).await;
    let (days, uids) = objects(world, CIRO, "/7)");
    assert_eq!((days, uids.len()), (DAYS.map(|day| told(("REQUEST", "0", day))).to_vec(), 7));
});

on_both!(r72_who_waited_and_comes_in_after_two_days_were_held_is_invited_to_the_others_alone, |world| {
    // The line is closed when the course begins: after that somebody who waited comes in through the room.
    a_line_for_the_course(world).await;
    world.go_to("2014-11-05T08:00:00Z").await;
    assert_eq!(world.states(CIRO, "corso").await, ["cancelled(not_reached)"]);
    assert_eq!(objects(world, CIRO, "/7)").0, [], "nothing to take back either");
    let (third, person) = (world.session("corso", 3).await, world.person(CIRO).await.to_string());
    let trainer = world.signed_in(TRAINER).await;
    let added = trainer.post(&format!("/aula/{third}/aggiungi"), &[("persona", person.as_str())]).await;
    assert_eq!(added.status, 303, "{}", added.text());
    world.wait(TimeDelta::minutes(1)).await;
    assert_eq!(world.states(CIRO, "corso").await, ["cancelled(not_reached)", "confirmed"]);
    let ahead: Vec<_> = DAYS[2..].iter().map(|day| told(("REQUEST", "0", *day))).collect();
    assert_eq!(objects(world, CIRO, "/7)").0, ahead);
});

on_both!(r74_the_mails_of_the_days_are_dated_a_second_apart_after_the_confirmation, |world| {
    on_the_course(world).await;
    for address in [ADA, BEA] {
        let mails = world.mails_to(address);
        let dated = |kind: &str| -> Vec<i64> {
            let date = |mail: &Mail| DateTime::parse_from_rfc2822(&header(mail, "Date")).unwrap().timestamp();
            mails.iter().filter(|mail| mail.kind() == kind).map(date).collect()
        };
        let confirmed = dated("course-confirmed");
        assert_eq!(confirmed.len(), 1);
        let days: Vec<i64> = (1..=7).map(|second| confirmed[0] + second).collect();
        assert_eq!(dated("course-day"), days, "{address}");
    }
});
