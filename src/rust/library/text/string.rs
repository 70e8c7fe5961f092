//! The text of the library: `string`.
//@ std::string
#[derive(Clone, Default, Eq, Hash, Ord, PartialOrd)]
struct String;
impl String {
    fn new() -> String;
    fn with_capacity(capacity: usize) -> String;
    fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error>;
    fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str>;
    fn into_bytes(self) -> Vec<u8>;
    fn as_str(&self) -> &str;
    fn as_mut_str(&mut self) -> &mut str;
    fn push_str(&mut self, string: &str);
    fn capacity(&self) -> usize;
    fn reserve(&mut self, additional: usize);
    fn shrink_to_fit(&mut self);
    fn push(&mut self, ch: char);
    fn as_bytes(&self) -> &[u8];
    fn truncate(&mut self, new_len: usize);
    fn pop(&mut self) -> Option<char>;
    fn remove(&mut self, idx: usize) -> char;
    fn retain<F: FnMut(char) -> bool>(&mut self, f: F);
    fn insert(&mut self, idx: usize, ch: char);
    fn insert_str(&mut self, idx: usize, string: &str);
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn split_off(&mut self, at: usize) -> String;
    fn clear(&mut self);
    fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_>;
    fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str);
    fn into_boxed_str(self) -> Box<str>;
    fn leak<'a>(self) -> &'a mut str;
}
struct Drain<'a>;
impl<'a> Iterator for Drain<'a> { type Item = char; }
impl<'a> DoubleEndedIterator for Drain<'a> {}
#[derive(Clone, Debug, Eq, PartialEq)]
struct FromUtf8Error;
impl FromUtf8Error {
    fn into_bytes(self) -> Vec<u8>;
    fn utf8_error(&self) -> Utf8Error;
}
impl Display for FromUtf8Error {}
impl Error for FromUtf8Error {}
trait ToString {
    fn to_string(&self) -> String;
}
impl<T: Display> ToString for T {}
impl Debug for String {}
impl Display for String {}
impl std::fmt::Write for String {}
impl Deref for String { type Target = str; }
impl DerefMut for String {}
impl<I: StrIndex> Index<I> for String { type Output = str; }
impl<I: StrIndex> IndexMut<I> for String {}
impl Add<&str> for String { type Output = String; }
impl AddAssign<&str> for String {}
impl PartialEq for String {}
impl PartialEq<str> for String {}
impl<'a> PartialEq<&'a str> for String {}
impl<'a> PartialEq<Cow<'a, str>> for String {}
impl AsRef<str> for String {}
impl AsRef<[u8]> for String {}
impl Borrow<str> for String {}
impl From<&str> for String {}
impl From<&mut str> for String {}
impl From<&String> for String {}
impl From<char> for String {}
impl From<Box<str>> for String {}
impl<'a> From<Cow<'a, str>> for String {}
impl FromStr for String { type Err = Infallible; }
impl FromIterator<char> for String {}
impl<'a> FromIterator<&'a char> for String {}
impl<'a> FromIterator<&'a str> for String {}
impl FromIterator<String> for String {}
impl FromIterator<Box<str>> for String {}
impl<'a> FromIterator<Cow<'a, str>> for String {}
impl Extend<char> for String {}
impl<'a> Extend<&'a char> for String {}
impl<'a> Extend<&'a str> for String {}
impl Extend<String> for String {}
