//! The address of a page as somebody came by it, to be led back to it: after signing in, or in the other language.

use rocket::Request;
use rocket::http::Method;

/// The page with its filters, without the word of what was done a moment ago; an address that a form was sent to has
/// nothing behind its path.
pub fn way(request: &Request<'_>) -> String {
    let path = request.uri().path();
    match request.uri().query() {
        Some(query) if request.method() == Method::Get => with(path.as_str(), query.as_str()),
        _ => path.to_string(),
    }
}

/// A path with what is kept of its query.
pub fn with(path: &str, query: &str) -> String {
    let kept: Vec<&str> =
        query.split('&').filter(|part| !part.is_empty() && !part.starts_with("fatto=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_kept_and_what_was_just_done_is_not() {
        for (query, wanted) in [
            ("cerca=a%20b&pagina=2", "/gestione?cerca=a%20b&pagina=2"),
            ("fatto=saved&pagina=2", "/gestione?pagina=2"),
            ("pagina=2&fatto=saved", "/gestione?pagina=2"),
            ("fatto=saved", "/gestione"),
            ("", "/gestione"),
            ("&&", "/gestione"),
        ] {
            assert_eq!(with("/gestione", query), wanted, "{query}");
        }
    }
}
