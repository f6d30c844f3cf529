//! Certificates and statements as they are downloaded, read by a library that did not write them: one page, its
//! language, its tags and its title, every font inside, text that can be selected.

use chrono::TimeDelta;
use lopdf::{Dictionary, Document, Object, decode_text_string};
use percorso::store::offerings::{self, Offering};
use percorso::usecases::export_edition::export_edition;
use percorso::usecases::import_edition::Imported;

use crate::finished_course::{PAGE, finished, hold_day, on_the_course, publish};
use crate::harness::SITE;
use crate::harness::changing::{ADA, BEA, FIRST, change, moved, timed};
use crate::on_both;

const OWN: &str = "/mio-percorso/attestato.pdf";

/// A file that was downloaded.
struct Paper(Document);

impl Paper {
    fn of(bytes: &[u8]) -> Self {
        Self(Document::load_mem(bytes).expect("a PDF"))
    }

    /// A part of the catalogue, or of what it leads to.
    fn part<'a>(&'a self, of: &'a Dictionary, key: &str) -> &'a Dictionary {
        self.0.get_dict_in_dict(of, key.as_bytes()).unwrap_or_else(|error| panic!("{key}: {error}"))
    }

    fn catalog(&self) -> &Dictionary {
        self.0.catalog().expect("a catalogue")
    }

    /// The only page.
    fn page(&self) -> &Dictionary {
        let pages = self.0.get_pages();
        assert_eq!(pages.len(), 1, "one page");
        self.0.get_dictionary(pages[&1]).expect("a page")
    }

    /// Its width and height in whole points.
    fn size(&self) -> (f32, f32) {
        let sides = self.page().get(b"MediaBox").and_then(Object::as_array).expect("a size");
        let sides: Vec<f32> = sides.iter().map(|side| side.as_float().expect("a number")).collect();
        ((sides[2] - sides[0]).round(), (sides[3] - sides[1]).round())
    }

    /// What can be selected, without blanks: how a line is broken is no matter here.
    fn text(&self) -> String {
        let text = self.0.extract_text(&[1]).expect("text");
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    fn title(&self) -> String {
        let title = self.part(&self.0.trailer, "Info").get(b"Title").expect("a title");
        decode_text_string(title).expect("a title that reads")
    }

    /// Whether something is said to be so.
    fn is(&self, of: &Dictionary, key: &str) -> bool {
        of.get(key.as_bytes()).and_then(Object::as_bool).unwrap_or(false)
    }

    /// Every font with whether its glyphs are in the file.
    fn fonts(&self) -> Vec<(String, bool)> {
        let described = self.0.objects.values().filter_map(|object| object.as_dict().ok());
        let described = described.filter(|dict| dict.has_type(b"FontDescriptor"));
        let name = |dict: &Dictionary| {
            let name = dict.get(b"FontName").and_then(Object::as_name).expect("a name of a font");
            String::from_utf8_lossy(name).into_owned()
        };
        described.map(|d| (name(d), d.has(b"FontFile2") || d.has(b"FontFile3"))).collect()
    }

    /// Where its links lead.
    fn links(&self) -> Vec<String> {
        let Ok(all) = self.page().get_deref(b"Annots", &self.0).and_then(Object::as_array) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for link in all {
            let (_, link) = self.0.dereference(link).expect("an annotation");
            let action = self.part(link.as_dict().expect("an annotation"), "A");
            let to = action.get(b"URI").and_then(Object::as_str).expect("an address");
            found.push(String::from_utf8_lossy(to).into_owned());
        }
        found
    }

    /// What every paper has, however it looks.
    #[track_caller]
    fn is_whole(&self, language: &str) {
        let catalog = self.catalog();
        assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"), language.as_bytes());
        assert!(self.is(self.part(catalog, "MarkInfo"), "Marked"), "it is tagged");
        assert!(self.part(catalog, "StructTreeRoot").has(b"K"), "its tags say something");
        assert!(self.is(self.part(catalog, "ViewerPreferences"), "DisplayDocTitle"));
        let fonts = self.fonts();
        assert!(!fonts.is_empty(), "it has fonts");
        let missing: Vec<_> = fonts.iter().filter(|(_, inside)| !inside).collect();
        assert!(missing.is_empty(), "not embedded: {missing:?}");
    }
}

on_both!(a_certificate_is_one_lying_page_with_its_fonts_its_tags_and_its_text, |world| {
    finished(world, &[("Ελένη", ADA, "PPP"), ("Володимир", BEA, "PPA")]).await;
    for (email, given, days) in [(ADA, "Ελένη", "3giornatesu3"), (BEA, "Володимир", "2giornatesu3")]
    {
        let row = publish(world, email).await;
        let bytes = world.admin().await.bytes(&format!("{PAGE}/{}.pdf", row.id)).await;
        assert!(
            bytes == world.signed_in(email).await.bytes(OWN).await,
            "the same file for whoever fetches it"
        );
        let paper = Paper::of(&bytes);
        assert_eq!(paper.size(), (842.0, 595.0), "A4, lying");
        paper.is_whole("it");
        assert_eq!(paper.title(), format!("Attestato di partecipazione – {given} Prova"));
        assert_eq!(paper.links(), [format!("{SITE}/v/{}", row.code)]);
        let (text, number) = (paper.text(), row.number_text().unwrap());
        let name = format!("{given}Prova");
        for said in [name.as_str(), &number, &row.code, days, "NiguardaNoi", "tenutoaMilano"] {
            assert!(text.contains(said), "{said} is not in {text}");
        }
        for signer in ["Responsabiledellaformazione", "PresidentediAMALO"] {
            assert!(text.contains(signer), "{signer} is not in {text}");
        }
        assert!(!text.contains("complessive"), "no hours where none are known: {text}");
    }
});

on_both!(hours_are_printed_where_every_attended_day_has_them, |world| {
    on_the_course(world, &[("Ada", ADA)]).await;
    let mut edits = Vec::new();
    for (number, date) in [(1, "2014-10-22"), (2, "2014-10-29"), (3, "2014-11-05")] {
        edits.push(moved(world, "corso", number, timed(date, "09:30:00", "17:00:00", None)).await);
    }
    change(world, edits).await;
    for number in 1..=3 {
        hold_day(world, number, &[(ADA, "P")]).await;
    }
    let row = publish(world, ADA).await;
    assert_eq!(row.awarded().unwrap().minutes(), Some(3 * 450));
    let text = Paper::of(&world.signed_in(ADA).await.bytes(OWN).await).text();
    assert!(text.contains("3giornatesu3(22:30orecomplessive)"), "{text}");
});

on_both!(what_a_certificate_says_stays_however_the_edition_is_named_later, |world| {
    finished(world, &[("Ada", ADA, "PPP"), ("Bea", BEA, "PPP")]).await;
    publish(world, ADA).await;
    let ada = world.signed_in(ADA).await;
    let before = ada.bytes(OWN).await;
    let mut file = export_edition(&world.desk, "autunno-2014").await.unwrap();
    file.edition.project = Some("Un altro progetto".into());
    file.edition.city = Some("Cinisello Balsamo".into());
    let changed = "edition «autunno-2014»: titles and settings".to_owned();
    let mails = world.mails().len();
    assert_eq!(world.import(&file).await, Ok(Imported::Changed(vec![changed])));
    world.settle().await;
    assert_eq!(world.mails().len(), mails, "nobody is told");
    assert!(before == ada.bytes(OWN).await, "the same file as before");
    let row = publish(world, BEA).await;
    let later = Paper::of(&world.admin().await.bytes(&format!("{PAGE}/{}.pdf", row.id)).await).text();
    assert!(later.contains("Unaltroprogetto") && later.contains("CiniselloBalsamo,"), "{later}");
});

on_both!(a_statement_is_one_upright_page_that_somebody_signs, |world| {
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ελένη", ADA, &[FIRST]).await;
    let path = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-1").await);
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let paper = Paper::of(&ada.bytes(&path).await);
    assert_eq!(paper.size(), (595.0, 842.0), "A4, upright");
    paper.is_whole("it");
    assert_eq!(paper.title(), "Attestazione di frequenza – Ελένη Prova");
    let text = paper.text();
    for said in ["ΕλένηProva", "NiguardaNoi", "tenutoaMilanoil24settembre2014", "Responsabiledellaformazione"]
    {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert!(!text.contains("Presidente"), "{text}");
});

on_both!(a_title_from_before_is_printed_without_the_sign_no_font_has_and_bars_no_other_change, |world| {
    const TITLE: &str = "Il promotore 😀 dell’Ama";
    world.programme(|_| {}).await;
    let ada = world.sign_up("Ada", ADA, &[FIRST]).await;
    let (admin, id) = (world.admin().await, world.offering("workshop-1").await);
    let tx = world.desk.store.begin().await.unwrap();
    let row = offerings::find(&tx, id).await.unwrap().unwrap();
    offerings::save(&tx, Offering { title: Some(TITLE.to_owned()), ..row }).await.unwrap();
    tx.commit().await.unwrap();
    let places = [
        ("titolo", TITLE),
        ("capienza", "20"),
        ("versione", "1"),
        ("offerte", "automatic"),
        ("azione", "salva"),
    ];
    let saved = admin.post(&format!("/gestione/offerte/{id}"), &places).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let path = format!("/mio-percorso/attestazioni/{}.pdf", world.enrolment(ADA, "workshop-1").await);
    world.go_to("2014-09-24T16:00:00Z").await;
    world.register("workshop-1", 1, &[(ADA, "P")]).await;
    world.wait(TimeDelta::minutes(31)).await;
    let text = Paper::of(&ada.bytes(&path).await).text();
    assert!(text.contains("Ilpromotoredell’Ama"), "{text}");
});
