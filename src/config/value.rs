//! Single settings, checked.

use super::{Fault, PREFIX};

/// Looks whether a setting is there and right; else says its name and what would be right.
pub(super) fn required(
    value: &Option<String>,
    name: &str,
    right: &str,
    faults: &mut Vec<Fault>,
    check: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    match value {
        None => faults
            .push(Fault(format!("{name} is missing: write {right}, or set {PREFIX}{}", name.to_uppercase()))),
        Some(written) => match check(written) {
            Some(good) => return Some(good),
            None => faults.push(Fault(format!(
                "{name} = {:?} cannot be used: it must be {right}",
                shown(name, written)
            ))),
        },
    }
    None
}

/// A mail address may carry a password: what is wrong is said without it.
fn shown(name: &str, value: &str) -> String {
    if name == "mail" { "…".to_owned() } else { value.to_owned() }
}

/// A line of text; none for an empty one.
pub(super) fn text(value: &str) -> Option<String> {
    let value = crate::domain::text::single_line(value);
    (!value.is_empty()).then_some(value)
}

/// An address as browsers name it: lower case, without the port that goes without saying.
pub(super) fn address(value: &str) -> Option<String> {
    let value = value.trim_end_matches('/').to_lowercase();
    let (scheme, rest) = value.split_once("://")?;
    let usual = match scheme {
        "https" => "443",
        "http" => "80",
        _ => return None,
    };
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (rest, None),
    };
    // A browser names a port as a plain number; anything else would never be the Origin of a form.
    let port_fits = port
        .is_none_or(|port| port.parse::<u16>().is_ok_and(|number| number > 0 && number.to_string() == port));
    let host_fits = match host.strip_prefix('[') {
        Some(number) => number.strip_suffix(']').is_some_and(|ip| ip.parse::<std::net::Ipv6Addr>().is_ok()),
        None => !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')),
    };
    let port = port.filter(|port| *port != usual).map(|port| format!(":{port}")).unwrap_or_default();
    (host_fits && port_fits).then(|| format!("{scheme}://{host}{port}"))
}

/// Whether a text can be the name of a header.
pub(super) fn is_header(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
