//! The text of the library: `str`.
//@ std::str
trait FromStr {
    type Err;
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}
trait StrIndex {}
impl StrIndex for Range<usize> {}
impl StrIndex for RangeFrom<usize> {}
impl StrIndex for RangeTo<usize> {}
impl StrIndex for RangeFull {}
impl StrIndex for RangeInclusive<usize> {}
impl StrIndex for RangeToInclusive<usize> {}
//@ std::str::pattern
trait Pattern {}
impl Pattern for char {}
impl Pattern for &str {}
impl Pattern for &String {}
impl Pattern for &&str {}
impl Pattern for &[char] {}
impl<const N: usize> Pattern for [char; N] {}
impl<const N: usize> Pattern for &[char; N] {}
impl<F: FnMut(char) -> bool> Pattern for F {}
//@ std::str
impl str {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn is_char_boundary(&self, index: usize) -> bool;
    fn as_bytes(&self) -> &[u8];
    fn get<I: StrIndex>(&self, i: I) -> Option<&str>;
    fn split_at(&self, mid: usize) -> (&str, &str);
    fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)>;
    fn chars(&self) -> Chars<'_>;
    fn char_indices(&self) -> CharIndices<'_>;
    fn bytes(&self) -> Bytes<'_>;
    fn split_whitespace(&self) -> SplitWhitespace<'_>;
    fn split_ascii_whitespace(&self) -> SplitWhitespace<'_>;
    fn lines(&self) -> Lines<'_>;
    fn contains<P: Pattern>(&self, pat: P) -> bool;
    fn starts_with<P: Pattern>(&self, pat: P) -> bool;
    fn ends_with<P: Pattern>(&self, pat: P) -> bool;
    fn find<P: Pattern>(&self, pat: P) -> Option<usize>;
    fn rfind<P: Pattern>(&self, pat: P) -> Option<usize>;
    fn split<P: Pattern>(&self, pat: P) -> Split<'_, P>;
    fn split_inclusive<P: Pattern>(&self, pat: P) -> Split<'_, P>;
    fn rsplit<P: Pattern>(&self, pat: P) -> Split<'_, P>;
    fn split_terminator<P: Pattern>(&self, pat: P) -> Split<'_, P>;
    fn splitn<P: Pattern>(&self, n: usize, pat: P) -> Split<'_, P>;
    fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> Split<'_, P>;
    fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>;
    fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>;
    fn matches<P: Pattern>(&self, pat: P) -> Split<'_, P>;
    fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P>;
    fn trim(&self) -> &str;
    fn trim_start(&self) -> &str;
    fn trim_end(&self) -> &str;
    fn trim_matches<P: Pattern>(&self, pat: P) -> &str;
    fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str;
    fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str;
    fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str>;
    fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str>;
    fn parse<F: FromStr>(&self) -> Result<F, F::Err>;
    fn is_ascii(&self) -> bool;
    fn eq_ignore_ascii_case(&self, other: &str) -> bool;
    fn make_ascii_uppercase(&mut self);
    fn make_ascii_lowercase(&mut self);
    fn escape_debug(&self) -> EscapeDebug<'_>;
    fn escape_default(&self) -> EscapeDebug<'_>;
    fn into_string(self: Box<Self>) -> String;
    fn repeat(&self, n: usize) -> String;
    fn replace<P: Pattern>(&self, from: P, to: &str) -> String;
    fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String;
    fn to_lowercase(&self) -> String;
    fn to_uppercase(&self) -> String;
    fn to_ascii_uppercase(&self) -> String;
    fn to_ascii_lowercase(&self) -> String;
}
impl ToOwned for str { type Owned = String; }
impl Debug for str {}
impl Display for str {}
impl Hash for str {}
impl PartialEq for str {}
impl PartialEq<String> for str {}
impl<'a> PartialEq<String> for &'a str {}
impl<'a> PartialEq<Cow<'a, str>> for str {}
impl<'a, 'b> PartialEq<Cow<'a, str>> for &'b str {}
impl Eq for str {}
impl PartialOrd for str {}
impl Ord for str {}
impl<I: StrIndex> Index<I> for str { type Output = str; }
impl<I: StrIndex> IndexMut<I> for str {}
impl AsRef<str> for str {}
impl AsRef<[u8]> for str {}
impl<'a> Default for &'a str {}
#[derive(Clone, Debug)]
struct Chars<'a>;
impl<'a> Chars<'a> {
    fn as_str(&self) -> &'a str;
}
impl<'a> Iterator for Chars<'a> { type Item = char; }
impl<'a> DoubleEndedIterator for Chars<'a> {}
#[derive(Clone, Debug)]
struct CharIndices<'a>;
impl<'a> Iterator for CharIndices<'a> { type Item = (usize, char); }
impl<'a> DoubleEndedIterator for CharIndices<'a> {}
#[derive(Clone, Debug)]
struct Bytes<'a>;
impl<'a> Iterator for Bytes<'a> { type Item = u8; }
impl<'a> DoubleEndedIterator for Bytes<'a> {}
impl<'a> ExactSizeIterator for Bytes<'a> {}
#[derive(Clone, Debug)]
struct Lines<'a>;
impl<'a> Iterator for Lines<'a> { type Item = &'a str; }
impl<'a> DoubleEndedIterator for Lines<'a> {}
#[derive(Clone, Debug)]
struct SplitWhitespace<'a>;
impl<'a> Iterator for SplitWhitespace<'a> { type Item = &'a str; }
impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {}
#[derive(Clone)]
struct Split<'a, P>;
impl<'a, P: Pattern> Iterator for Split<'a, P> { type Item = &'a str; }
impl<'a, P: Pattern> DoubleEndedIterator for Split<'a, P> {}
#[derive(Clone)]
struct MatchIndices<'a, P>;
impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> { type Item = (usize, &'a str); }
#[derive(Clone, Debug)]
struct EscapeDebug<'a>;
impl<'a> Iterator for EscapeDebug<'a> { type Item = char; }
impl<'a> Display for EscapeDebug<'a> {}
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Utf8Error;
impl Utf8Error {
    fn valid_up_to(&self) -> usize;
}
impl Display for Utf8Error {}
impl Error for Utf8Error {}
#[derive(Clone, Debug, Eq, PartialEq)]
struct ParseBoolError;
impl Display for ParseBoolError {}
impl Error for ParseBoolError {}
fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error>;
