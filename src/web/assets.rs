//! The stylesheet, scripts and icons, embedded; their address carries a hash of their content, so that browsers
//! keep them for ever.

use std::collections::HashMap;
use std::sync::LazyLock;

use rocket::http::{ContentType, Header};
use rocket::{Responder, Route, get, routes};

use super::error::PageError;
use super::guards::Anyone;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Static;

/// Name → name with the hash of its content.
static HASHED: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let hashed = |name: &str| {
        let file = Static::get(name)?;
        let short: String = file.metadata.sha256_hash().iter().take(5).map(|b| format!("{b:02x}")).collect();
        let (stem, ending) = name.rsplit_once('.')?;
        Some(format!("{stem}.{short}.{ending}"))
    };
    Static::iter().filter_map(|name| Some((name.to_string(), hashed(&name)?))).collect()
});

/// The address of a file of `static`.
pub fn address(name: &str) -> String {
    format!("/static/{}", HASHED.get(name).map_or(name, String::as_str))
}

#[derive(Responder)]
struct Asset {
    bytes: Vec<u8>,
    kind: ContentType,
    cache: Header<'static>,
}

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![file]
}

#[get("/static/<name>")]
fn file(_who: Anyone, name: &str) -> Result<Asset, PageError> {
    let plain = HASHED.iter().find(|(_, hashed)| *hashed == name).map_or(name, |(plain, _)| plain);
    let file = Static::get(plain).ok_or(PageError::NotFound)?;
    let kind = name
        .rsplit_once('.')
        .and_then(|(_, ending)| ContentType::from_extension(ending))
        .unwrap_or(ContentType::Binary);
    let lasting = if plain == name { "public, max-age=300" } else { "public, max-age=31536000, immutable" };
    Ok(Asset { bytes: file.data.into_owned(), kind, cache: Header::new("Cache-Control", lasting) })
}
