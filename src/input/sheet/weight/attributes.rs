//! The attributes of a tag, as calamine reads them: what it finds must not be missed.

/// The attributes between a tag's name and its end, each with its value as it stands there.
/// It ends where calamine would call the tag broken. Unlike quick-xml's own, it takes a form
/// feed for a space.
pub(super) fn attributes(mut raw: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        let (key, rest) = raw.split_once('=')?;
        let rest = rest.trim_ascii_start();
        let mark = rest.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let (value, rest) = rest[1..].split_once(mark).unwrap_or((&rest[1..], ""));
        raw = rest;
        Some((key.trim_ascii(), value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_is_found_however_it_is_spaced() {
        let of = |raw| attributes(raw).collect::<Vec<_>>();
        assert_eq!(of(" a=\"1\" b='2\"'"), [("a", "1"), ("b", "2\"")]);
        assert_eq!(of("a=\"1\"b='2'"), [("a", "1"), ("b", "2")]);
        assert_eq!(of("\x0Ca\n= \x0C\"1\"\tb=''"), [("a", "1"), ("b", "")]);
        assert_eq!(of("a=\">\" b=\"=\""), [("a", ">"), ("b", "=")]);
        assert_eq!(of("c a=\"1\""), [("c a", "1")]);
        assert_eq!(of("a=1 b=\"2\""), []);
        assert_eq!(of("a=\"1\" b"), [("a", "1")]);
        assert_eq!(of("a=\"1"), [("a", "1")]);
        assert_eq!(of(""), []);
    }
}
