//! The text of the library: `char`.
//@ std::char
impl char {
    const MAX: char;
    const MIN: char;
    const REPLACEMENT_CHARACTER: char;
    fn from_u32(i: u32) -> Option<char>;
    fn from_digit(num: u32, radix: u32) -> Option<char>;
    fn is_digit(self, radix: u32) -> bool;
    fn to_digit(self, radix: u32) -> Option<u32>;
    fn len_utf8(self) -> usize;
    fn len_utf16(self) -> usize;
    fn encode_utf8(self, dst: &mut [u8]) -> &mut str;
    fn is_alphabetic(self) -> bool;
    fn is_lowercase(self) -> bool;
    fn is_uppercase(self) -> bool;
    fn is_whitespace(self) -> bool;
    fn is_alphanumeric(self) -> bool;
    fn is_control(self) -> bool;
    fn is_numeric(self) -> bool;
    fn to_lowercase(self) -> ToCase;
    fn to_uppercase(self) -> ToCase;
    fn is_ascii(&self) -> bool;
    fn to_ascii_uppercase(&self) -> char;
    fn to_ascii_lowercase(&self) -> char;
    fn eq_ignore_ascii_case(&self, other: &char) -> bool;
    fn make_ascii_uppercase(&mut self);
    fn make_ascii_lowercase(&mut self);
    fn is_ascii_alphabetic(&self) -> bool;
    fn is_ascii_uppercase(&self) -> bool;
    fn is_ascii_lowercase(&self) -> bool;
    fn is_ascii_alphanumeric(&self) -> bool;
    fn is_ascii_digit(&self) -> bool;
    fn is_ascii_hexdigit(&self) -> bool;
    fn is_ascii_punctuation(&self) -> bool;
    fn is_ascii_graphic(&self) -> bool;
    fn is_ascii_whitespace(&self) -> bool;
    fn is_ascii_control(&self) -> bool;
    fn escape_debug(self) -> ToCase;
    fn escape_default(self) -> ToCase;
    fn escape_unicode(self) -> ToCase;
}
#[derive(Clone, Debug)]
struct ToCase;
impl Iterator for ToCase { type Item = char; }
impl DoubleEndedIterator for ToCase {}
impl ExactSizeIterator for ToCase {}
impl Display for ToCase {}
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct CharTryFromError;
impl Display for CharTryFromError {}
impl Error for CharTryFromError {}
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct TryFromCharError;
impl Display for TryFromCharError {}
impl Error for TryFromCharError {}
#[derive(Clone, Debug, Eq, PartialEq)]
struct ParseCharError;
impl Display for ParseCharError {}
impl Error for ParseCharError {}
fn from_u32(i: u32) -> Option<char>;
fn from_digit(num: u32, radix: u32) -> Option<char>;
impl Copy for char {}
impl Clone for char {}
impl Debug for char {}
impl Display for char {}
impl Default for char {}
impl Hash for char {}
impl PartialEq for char {}
impl Eq for char {}
impl PartialOrd for char {}
impl Ord for char {}
impl From<u8> for char {}
impl TryFrom<u32> for char { type Error = CharTryFromError; }
impl TryFrom<char> for u8 { type Error = TryFromCharError; }
impl TryFrom<char> for u16 { type Error = TryFromCharError; }
impl FromStr for char { type Err = ParseCharError; }
