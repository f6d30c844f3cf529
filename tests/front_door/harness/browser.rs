//! A browser: keeps its cookies, says where its forms come from, fills in the token of signed-in forms.

use std::cell::RefCell;

use rocket::http::{ContentType, Cookie, Header, Status};

use super::{SITE, World};

/// Somebody's browser.
pub struct Browser<'w> {
    world: &'w World,
    cookie: RefCell<Option<String>>,
    token: RefCell<Option<String>>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub body: String,
    pub location: Option<String>,
    pub headers: Vec<(String, String)>,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The page as a reader sees it: tags off, white space reduced.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                c if !inside => text.push(c),
                _ => {}
            }
        }
        let text = text
            .replace("&amp;", "&")
            .replace("&#39;", "'")
            .replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Asserts that a reader finds a sentence.
    #[track_caller]
    pub fn says(&self, sentence: &str) {
        assert!(
            self.text().contains(sentence),
            "«{sentence}» is not on the page ({}): {}",
            self.status,
            self.text()
        );
    }
}

impl<'w> Browser<'w> {
    pub(super) fn new(world: &'w World) -> Self {
        Self { world, cookie: RefCell::new(None), token: RefCell::new(None) }
    }

    /// What its cookie says, while it is signed in.
    pub fn cookie(&self) -> Option<String> {
        self.cookie.borrow().clone()
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        let mut request = self.world.client.get(path.to_owned());
        if let Some(cookie) = self.cookie.borrow().clone() {
            request = request.cookie(Cookie::new("__Host-percorso", cookie));
        }
        let answer = self.read(request.dispatch().await).await;
        if let Some(token) = token_of(&answer.body) {
            self.token.replace(Some(token));
        }
        answer
    }

    /// Downloads a file: its bytes as they are.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let mut request = self.world.client.get(path.to_owned());
        if let Some(cookie) = self.cookie.borrow().clone() {
            request = request.cookie(Cookie::new("__Host-percorso", cookie));
        }
        let response = request.dispatch().await;
        assert_eq!(response.status(), Status::Ok, "{path}");
        response.into_bytes().await.unwrap_or_default()
    }

    /// Sends a form from a page of this site, with the token of the person who is signed in.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut fields = fields.to_vec();
        if self.cookie.borrow().is_some() && self.token.borrow().is_none() {
            Box::pin(self.get("/mio-percorso")).await;
        }
        let token = self.token.borrow().clone();
        if let Some(token) = token.as_deref()
            && !fields.iter().any(|(name, _)| *name == "gettone")
        {
            fields.push(("gettone", token));
        }
        let seen = self.seen(path).await;
        if let Some(seen) = seen.as_deref()
            && !fields.iter().any(|(name, _)| *name == "visto")
        {
            fields.push(("visto", seen));
        }
        self.post_from(path, &fields, Some(SITE)).await
    }

    /// What the page of somebody who opened it just now says of the enrolment that its form ends; nobody who is not signed in
    /// opened it.
    async fn seen(&self, path: &str) -> Option<String> {
        self.token.borrow().as_ref()?;
        let id = path.strip_prefix("/gestione/iscrizioni/")?.strip_suffix("/annulla")?.parse().ok()?;
        let found = percorso::store::enrolments::find(self.world.desk.store.reader(), id).await;
        found.ok().flatten().map(|enrolment| enrolment.state)
    }

    /// Sends a form that says it comes from elsewhere, or from nowhere.
    pub async fn post_from(&self, path: &str, fields: &[(&str, &str)], origin: Option<&str>) -> Answer {
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = self.world.client.post(path.to_owned()).header(ContentType::Form).body(body);
        if let Some(origin) = origin {
            request = request.header(Header::new("Origin", origin.to_owned()));
        }
        if let Some(cookie) = self.cookie.borrow().clone() {
            request = request.cookie(Cookie::new("__Host-percorso", cookie));
        }
        self.read(request.dispatch().await).await
    }

    /// Sends a form whose origin the browser blanked, with what it says of the page it comes from.
    pub async fn post_fetched(&self, path: &str, fields: &[(&str, &str)], fetched: &'static str) -> Answer {
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.world.client.post(path.to_owned()).header(ContentType::Form).body(body);
        let request =
            request.header(Header::new("Origin", "null")).header(Header::new("Sec-Fetch-Site", fetched));
        self.read(request.dispatch().await).await
    }

    /// Sends bytes as they are.
    pub async fn post_raw(&self, path: &str, kind: ContentType, body: Vec<u8>) -> Answer {
        let request = self
            .world
            .client
            .post(path.to_owned())
            .header(kind)
            .header(Header::new("Origin", SITE))
            .body(body);
        self.read(request.dispatch().await).await
    }

    async fn read(&self, response: rocket::local::asynchronous::LocalResponse<'_>) -> Answer {
        let status: Status = response.status();
        let headers: Vec<(String, String)> =
            response.headers().iter().map(|h| (h.name().to_string(), h.value().to_owned())).collect();
        let location = response.headers().get_one("Location").map(ToOwned::to_owned);
        if let Some(cookie) = response.cookies().get("__Host-percorso") {
            let value = (!cookie.value().is_empty()).then(|| cookie.value().to_owned());
            self.cookie.replace(value);
            self.token.replace(None);
        }
        let body = response.into_string().await.unwrap_or_default();
        Answer { status: status.code, body, location, headers }
    }
}

/// The token in the forms of a page.
fn token_of(body: &str) -> Option<String> {
    let (_, rest) = body.split_once("name=\"gettone\" value=\"")?;
    rest.split('"').next().map(ToOwned::to_owned)
}
