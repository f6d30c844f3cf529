//! The small print of invites: what a REQUEST and its CANCEL must and must not hold. Numbers are those of
//! docs/calendar-rules.md.

use icalendar::{Calendar, CalendarComponent, Component as _};

use crate::harness::{Mail, World};
use crate::on_both;

const FIRST: &str = "il-promotore-dell-ama";
const ADA: &str = "ada@posta.example";

/// The confirmation of a workshop with hours, and the letter after it was given back.
async fn request_and_cancel(world: &World) -> [Mail; 2] {
    world
        .programme(|file| {
            file.offerings[0].sessions[0].hours = Some(percorso::domain::session::Hours {
                start: "09:30:00".parse().unwrap(),
                end: "17:00:00".parse().unwrap(),
            });
        })
        .await;
    world.sign_up("Bea", "bea@posta.example", &[FIRST]).await;
    let ada = world.sign_up("Adà", ADA, &[FIRST]).await;
    let request = world.mails_to(ADA).pop().unwrap();
    let enrolment = world.enrolment(ADA, "workshop-1").await;
    assert_eq!(ada.post(&format!("/mio-percorso/{enrolment}/disdici"), &[]).await.status, 303);
    world.settle().await;
    [request, world.mails_to(ADA).pop().unwrap()]
}

/// The content lines of a mail's calendar object, unfolded.
pub fn lines(mail: &Mail) -> Vec<String> {
    mail.calendar().replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn count(mail: &Mail, start: &str) -> usize {
    lines(mail).iter().filter(|line| line.starts_with(start)).count()
}

fn headers(mail: &Mail) -> String {
    mail.raw.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ")
}

/// The value of a header; empty where there is none.
pub fn header(mail: &Mail, name: &str) -> String {
    let start = format!("{name}: ");
    headers(mail).lines().find_map(|line| line.strip_prefix(&start).map(str::to_owned)).unwrap_or_default()
}

on_both!(r2_r16_r17_r19_one_person_in_to_answers_to_the_first_mail_and_plain_headers, |world| {
    let [request, cancel] = request_and_cancel(world).await;
    for mail in [&request, &cancel] {
        assert_eq!(header(mail, "To").matches('@').count(), 1, "R2: {}", header(mail, "To"));
        assert_eq!(header(mail, "Auto-Submitted"), "auto-generated", "R17");
        assert!(headers(mail).is_ascii(), "R19: {}", headers(mail));
    }
    let first = format!("<{}>", request.message_id);
    assert_eq!(
        (header(&cancel, "In-Reply-To"), header(&cancel, "References")),
        (first.clone(), first),
        "R16"
    );
    assert_eq!(header(&request, "In-Reply-To"), "");
});

on_both!(r20_r25_r28_r39_the_stream_begins_as_it_must_and_names_each_property_once, |world| {
    for mail in request_and_cancel(world).await {
        let lines = lines(&mail);
        assert!(!mail.calendar().contains('\u{feff}'), "R20");
        assert_eq!(lines[0], "BEGIN:VCALENDAR", "R24");
        let method = lines.iter().position(|l| l.starts_with("METHOD:")).unwrap();
        let component = lines.iter().skip(1).position(|l| l.starts_with("BEGIN:")).unwrap() + 1;
        assert!(method < component, "R25: METHOD stands before the components");
        for name in [
            "PRODID:",
            "VERSION:",
            "METHOD:",
            "UID:",
            "DTSTAMP:",
            "SEQUENCE:",
            "ORGANIZER",
            "ATTENDEE",
            "STATUS:",
            "SUMMARY:",
        ] {
            assert_eq!(count(&mail, name), 1, "R25, R28, R39: {name}");
        }
        for name in [
            "RRULE:FREQ=WEEKLY",
            "RRULE:FREQ=DAILY",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "REQUEST-STATUS",
            "X-WR-TIMEZONE",
        ] {
            assert_eq!(count(&mail, name), 0, "R28, R29, R67: {name}");
        }
        assert!(lines.iter().all(|l| !l.contains("UNTIL=")), "R33");
    }
});

on_both!(r30_stamps_are_in_utc_and_are_those_of_the_mail, |world| {
    let [request, _] = request_and_cancel(world).await;
    let calendar: Calendar = request.calendar().parse().unwrap();
    let event = calendar.components.iter().find_map(CalendarComponent::as_event).unwrap();
    let date = chrono::DateTime::parse_from_rfc2822(&header(&request, "Date")).unwrap();
    let stamp = date.with_timezone(&chrono::Utc).format("%Y%m%dT%H%M%SZ").to_string();
    assert_eq!(event.property_value("DTSTAMP"), Some(stamp.as_str()));
    assert_eq!(event.property_value("LAST-MODIFIED"), Some(stamp.as_str()));
});

on_both!(r42_no_address_but_the_persons_and_the_organizers, |world| {
    for mail in request_and_cancel(world).await {
        // A rule of the style sheet begins with the sign, an address never does.
        let own = |word: &&str| {
            let address = word.trim_start_matches('@').contains('@');
            address && !word.contains(ADA) && !word.contains("@percorso.example")
        };
        let all = format!("{} {} {} {}", headers(&mail), mail.text, mail.html, lines(&mail).join(" "));
        let foreign: Vec<&str> =
            all.split([' ', '"', '<', '>', '\n', '\r', ':', ';', ',']).filter(own).collect();
        assert_eq!(foreign, Vec::<&str>::new(), "R42");
        assert!(!all.contains(crate::harness::TRAINER) && !all.contains("ufficio@"), "R42");
    }
});

on_both!(r43_r44_an_alarm_only_in_the_request_and_the_hints_for_outlook, |world| {
    let [request, cancel] = request_and_cancel(world).await;
    assert_eq!((count(&request, "BEGIN:VALARM"), count(&cancel, "BEGIN:VALARM")), (1, 0), "R43");
    for line in ["ACTION:DISPLAY", "TRIGGER:-P1D"] {
        assert_eq!(count(&request, line), 1, "R43: {line}");
    }
    for line in ["TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-DISALLOW-COUNTER:TRUE"] {
        assert_eq!(count(&request, line), 1, "R44: {line}");
    }
    let description = lines(&request).into_iter().find(|l| l.starts_with("DESCRIPTION:")).unwrap();
    assert!(description.len() <= 8000 && !description.contains('<'), "R45: {description}");
});
