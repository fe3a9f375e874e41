//! E-mail addresses, also where the @ is written otherwise or has spaces around it.

/// Endings of hosts that are looked for where the @ does not stand within a word.
const ENDINGS: &[&str] = &[
    "app",
    "be",
    "biz",
    "brussels",
    "ch",
    "coop",
    "com",
    "de",
    "edu",
    "es",
    "eu",
    "fr",
    "gent",
    "gov",
    "info",
    "int",
    "io",
    "it",
    "lu",
    "me",
    "net",
    "nl",
    "online",
    "org",
    "pl",
    "pt",
    "ro",
    "tr",
    "uk",
    "vlaanderen",
];

/// Whether `(at)`, `[at]` or ` at ` stands in a text, in any case. Without a branch in it,
/// many places are looked at at once.
pub(super) fn has_at_in_letters(text: &[u8]) -> bool {
    let following = |by: usize| text.get(by..).unwrap_or_default();
    let places = text.iter().zip(following(1)).zip(following(2));
    let places = places.zip(following(3));
    places.fold(false, |found, (((before, a), t), after)| {
        let is_begun = (*before == b' ') | (*before == b'(') | (*before == b'[');
        let is_ended = (*after == b' ') | (*after == b')') | (*after == b']');
        found | (is_begun & (*a | 0x20 == b'a') & (*t | 0x20 == b't') & is_ended)
    })
}

/// Whether an e-mail address stands in a folded text.
pub(super) fn has_email(text: &str) -> bool {
    let ats = memchr::memchr_iter(b'@', text.as_bytes());
    for at in ats {
        if is_address(&text[..at], &text[at + 1..]) {
            return true;
        }
    }
    has_at_in_letters(text.as_bytes()) && has_email_in_letters(text)
}

/// Whether what stands around an @ makes an address of it.
fn is_address(before: &str, after: &str) -> bool {
    if before.ends_with(' ') || after.starts_with(' ') {
        return ends_in_name(before.trim_end()) && begins_with_known_host(after.trim_start());
    }
    !before.is_empty() && begins_with_host(after)
}

/// Whether the last word has a letter and ends in what may end a name. No name is endless.
fn ends_in_name(before: &str) -> bool {
    const LONGEST: usize = 64;
    let mut word = before.chars().rev().take_while(|it| *it != ' ');
    before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'))
        && word.by_ref().take(LONGEST).any(char::is_alphabetic)
}

/// The parts of the host that a text begins with.
fn host(text: &str) -> impl Iterator<Item = &str> {
    let may_stand = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let end = text.find(|c| !may_stand(c)).unwrap_or(text.len());
    text[..end].split('.')
}

/// Whether a text begins with a host, and so with at least two letters after a dot.
fn begins_with_host(text: &str) -> bool {
    let letters = |part: &str| part.chars().take_while(|it| it.is_alphabetic()).count();
    let mut parts = host(text);
    parts.next().is_some_and(|first| !first.is_empty()) && parts.any(|part| letters(part) >= 2)
}

/// Whether a text begins with a host that has a known ending.
fn begins_with_known_host(text: &str) -> bool {
    let is_known = |part: &str| {
        let part = part.split('-').next().unwrap_or_default();
        ENDINGS.iter().any(|it| part.eq_ignore_ascii_case(it))
    };
    let mut parts = host(text);
    parts
        .next()
        .is_some_and(|first| first.contains(char::is_alphabetic))
        && parts.any(is_known)
}

/// `jan (at) voorbeeld.be`, `jan[at]voorbeeld[dot]be` or `jan at voorbeeld.be`.
fn has_email_in_letters(text: &str) -> bool {
    let mut text = text.to_ascii_lowercase();
    for dot in [" (dot) ", "(dot)", " [dot] ", "[dot]"] {
        text = text.replace(dot, ".");
    }
    let is_before = |c: char| matches!(c, ' ' | '(' | '[');
    let is_after = |c: char| matches!(c, ' ' | ')' | ']');
    text.match_indices("at").any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 2..]);
        before.ends_with(is_before)
            && after.starts_with(is_after)
            && ends_in_name(before.trim_end_matches(is_before))
            && begins_with_known_host(after.trim_start_matches(is_after))
    })
}
