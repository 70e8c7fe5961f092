//! The text of the library: `fmt`.
//@ std::fmt
trait Debug {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait Display {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait Binary {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait Octal {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait LowerHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait UpperHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait LowerExp {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait UpperExp {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait Pointer {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result;
}
trait Write {
    fn write_str(&mut self, s: &str) -> std::fmt::Result;
    fn write_char(&mut self, c: char) -> std::fmt::Result {}
    fn write_fmt(&mut self, args: Arguments<'_>) -> std::fmt::Result {}
}
type Result = std::result::Result<(), Error>;
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct Error;
impl Display for Error {}
impl std::error::Error for Error {}
#[derive(Clone, Copy)]
struct Arguments<'a>;
impl<'a> Arguments<'a> {
    fn as_str(&self) -> Option<&'static str>;
}
impl<'a> Display for Arguments<'a> {}
impl<'a> Debug for Arguments<'a> {}
enum Alignment { Left, Right, Center }
struct Formatter<'a>;
impl<'a> Formatter<'a> {
    fn pad(&mut self, s: &str) -> std::fmt::Result;
    fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> std::fmt::Result;
    fn write_str(&mut self, data: &str) -> std::fmt::Result;
    fn write_fmt(&mut self, args: Arguments<'_>) -> std::fmt::Result;
    fn fill(&self) -> char;
    fn align(&self) -> Option<Alignment>;
    fn width(&self) -> Option<usize>;
    fn precision(&self) -> Option<usize>;
    fn sign_plus(&self) -> bool;
    fn sign_minus(&self) -> bool;
    fn alternate(&self) -> bool;
    fn sign_aware_zero_pad(&self) -> bool;
    fn debug_struct(&mut self, name: &str) -> DebugStruct<'_, 'a>;
    fn debug_tuple(&mut self, name: &str) -> DebugTuple<'_, 'a>;
    fn debug_list(&mut self) -> DebugList<'_, 'a>;
    fn debug_set(&mut self) -> DebugSet<'_, 'a>;
    fn debug_map(&mut self) -> DebugMap<'_, 'a>;
}
impl<'a> Write for Formatter<'a> {}
struct DebugStruct<'a, 'b>;
impl<'a, 'b> DebugStruct<'a, 'b> {
    fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self;
    fn finish_non_exhaustive(&mut self) -> std::fmt::Result;
    fn finish(&mut self) -> std::fmt::Result;
}
struct DebugTuple<'a, 'b>;
impl<'a, 'b> DebugTuple<'a, 'b> {
    fn field(&mut self, value: &dyn Debug) -> &mut Self;
    fn finish_non_exhaustive(&mut self) -> std::fmt::Result;
    fn finish(&mut self) -> std::fmt::Result;
}
struct DebugList<'a, 'b>;
impl<'a, 'b> DebugList<'a, 'b> {
    fn entry(&mut self, entry: &dyn Debug) -> &mut Self;
    fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self;
    fn finish_non_exhaustive(&mut self) -> std::fmt::Result;
    fn finish(&mut self) -> std::fmt::Result;
}
struct DebugSet<'a, 'b>;
impl<'a, 'b> DebugSet<'a, 'b> {
    fn entry(&mut self, entry: &dyn Debug) -> &mut Self;
    fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self;
    fn finish_non_exhaustive(&mut self) -> std::fmt::Result;
    fn finish(&mut self) -> std::fmt::Result;
}
struct DebugMap<'a, 'b>;
impl<'a, 'b> DebugMap<'a, 'b> {
    fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self;
    fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self;
    fn key(&mut self, key: &dyn Debug) -> &mut Self;
    fn value(&mut self, value: &dyn Debug) -> &mut Self;
    fn finish_non_exhaustive(&mut self) -> std::fmt::Result;
    fn finish(&mut self) -> std::fmt::Result;
}
fn format(args: Arguments<'_>) -> String;
fn write(output: &mut dyn Write, args: Arguments<'_>) -> std::fmt::Result;
