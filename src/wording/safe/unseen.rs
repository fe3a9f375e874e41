//! Characters that take no place on a line, and where one is part of how people write.
//!
//! They are those that Unicode calls default ignorable: what cannot show them may leave
//! them out. Tags and the variants of letters are always told; a flag of Scotland is then
//! read as codes, which is ugly and hides nothing.

/// Whether a character leaves no trace where it stands.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}'
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // fillers of Hangul
        | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// What stands before and after a character; nothing before where that is told as a code.
pub(super) struct Beside {
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

impl Beside {
    /// Whether these are written with `unseen` between them.
    pub(super) fn need(&self, unseen: char) -> bool {
        match unseen {
            '\u{200C}' => self.are(joins_letters, joins_letters),
            '\u{200D}' => {
                let is_in_picture = |it| is_picture(it) || it == '\u{FE0F}';
                self.are(joins_letters, joins_letters) || self.are(is_in_picture, is_picture)
            }
            '\u{FE0E}' | '\u{FE0F}' => {
                let is_key = |it| matches!(it, '0'..='9' | '#' | '*');
                self.before.is_some_and(is_picture) || self.are(is_key, |it| it == '\u{20E3}')
            }
            _ => false,
        }
    }

    fn are(&self, before: impl Fn(char) -> bool, after: impl Fn(char) -> bool) -> bool {
        self.before.is_some_and(before) && self.after.is_some_and(after)
    }
}

/// Whether a character belongs to a script in which joiners make another form of a
/// letter: Arabic, Syriac, those of India and around it, Mongolian.
fn joins_letters(character: char) -> bool {
    let is_of_script = matches!(character,
        '\u{620}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1A20}'..='\u{1CFF}'
        | '\u{A800}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10A00}'..='\u{11FFF}' | '\u{1E900}'..='\u{1E95F}');
    is_of_script && !is_unseen(character)
}

/// Whether a character is a picture, or could be shown as one.
fn is_picture(character: char) -> bool {
    matches!(character,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}'
        | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}'
        | '〰' | '〽' | '㊗' | '㊙' | '\u{1F000}'..='\u{1FAFF}')
}
