//! The text of the library: `int`.
//@ std::num
trait IntParts {
    type Unsigned;
    type Signed;
    type Bytes;
}
impl IntParts for i8 { type Unsigned = u8; type Signed = i8; type Bytes = [u8; 1]; }
impl IntParts for i16 { type Unsigned = u16; type Signed = i16; type Bytes = [u8; 2]; }
impl IntParts for i32 { type Unsigned = u32; type Signed = i32; type Bytes = [u8; 4]; }
impl IntParts for i64 { type Unsigned = u64; type Signed = i64; type Bytes = [u8; 8]; }
impl IntParts for i128 { type Unsigned = u128; type Signed = i128; type Bytes = [u8; 16]; }
impl IntParts for isize { type Unsigned = usize; type Signed = isize; type Bytes = [u8; 8]; }
impl IntParts for u8 { type Unsigned = u8; type Signed = i8; type Bytes = [u8; 1]; }
impl IntParts for u16 { type Unsigned = u16; type Signed = i16; type Bytes = [u8; 2]; }
impl IntParts for u32 { type Unsigned = u32; type Signed = i32; type Bytes = [u8; 4]; }
impl IntParts for u64 { type Unsigned = u64; type Signed = i64; type Bytes = [u8; 8]; }
impl IntParts for u128 { type Unsigned = u128; type Signed = i128; type Bytes = [u8; 16]; }
impl IntParts for usize { type Unsigned = usize; type Signed = isize; type Bytes = [u8; 8]; }
impl<Int: IntParts> Int {
    const MIN: Int;
    const MAX: Int;
    const BITS: u32;
    fn from_str_radix(src: &str, radix: u32) -> Result<Int, ParseIntError>;
    fn count_ones(self) -> u32;
    fn count_zeros(self) -> u32;
    fn leading_zeros(self) -> u32;
    fn trailing_zeros(self) -> u32;
    fn leading_ones(self) -> u32;
    fn trailing_ones(self) -> u32;
    fn rotate_left(self, n: u32) -> Int;
    fn rotate_right(self, n: u32) -> Int;
    fn swap_bytes(self) -> Int;
    fn reverse_bits(self) -> Int;
    fn to_be(self) -> Int;
    fn to_le(self) -> Int;
    fn checked_add(self, rhs: Int) -> Option<Int>;
    fn checked_sub(self, rhs: Int) -> Option<Int>;
    fn checked_mul(self, rhs: Int) -> Option<Int>;
    fn checked_div(self, rhs: Int) -> Option<Int>;
    fn checked_rem(self, rhs: Int) -> Option<Int>;
    fn checked_neg(self) -> Option<Int>;
    fn checked_shl(self, rhs: u32) -> Option<Int>;
    fn checked_shr(self, rhs: u32) -> Option<Int>;
    fn checked_pow(self, exp: u32) -> Option<Int>;
    fn checked_abs(self) -> Option<Int>;
    fn checked_div_euclid(self, rhs: Int) -> Option<Int>;
    fn checked_rem_euclid(self, rhs: Int) -> Option<Int>;
    fn checked_next_power_of_two(self) -> Option<Int>;
    fn checked_add_signed(self, rhs: Int::Signed) -> Option<Int>;
    fn checked_ilog2(self) -> Option<u32>;
    fn checked_ilog10(self) -> Option<u32>;
    fn saturating_add(self, rhs: Int) -> Int;
    fn saturating_sub(self, rhs: Int) -> Int;
    fn saturating_mul(self, rhs: Int) -> Int;
    fn saturating_pow(self, exp: u32) -> Int;
    fn saturating_neg(self) -> Int;
    fn saturating_abs(self) -> Int;
    fn saturating_add_signed(self, rhs: Int::Signed) -> Int;
    fn wrapping_add(self, rhs: Int) -> Int;
    fn wrapping_sub(self, rhs: Int) -> Int;
    fn wrapping_mul(self, rhs: Int) -> Int;
    fn wrapping_div(self, rhs: Int) -> Int;
    fn wrapping_rem(self, rhs: Int) -> Int;
    fn wrapping_neg(self) -> Int;
    fn wrapping_shl(self, rhs: u32) -> Int;
    fn wrapping_shr(self, rhs: u32) -> Int;
    fn wrapping_abs(self) -> Int;
    fn wrapping_pow(self, exp: u32) -> Int;
    fn wrapping_add_signed(self, rhs: Int::Signed) -> Int;
    fn overflowing_add(self, rhs: Int) -> (Int, bool);
    fn overflowing_sub(self, rhs: Int) -> (Int, bool);
    fn overflowing_mul(self, rhs: Int) -> (Int, bool);
    fn overflowing_neg(self) -> (Int, bool);
    fn overflowing_pow(self, exp: u32) -> (Int, bool);
    fn overflowing_shl(self, rhs: u32) -> (Int, bool);
    fn overflowing_shr(self, rhs: u32) -> (Int, bool);
    fn overflowing_abs(self) -> (Int, bool);
    fn pow(self, exp: u32) -> Int;
    fn isqrt(self) -> Int;
    fn ilog(self, base: Int) -> u32;
    fn ilog2(self) -> u32;
    fn ilog10(self) -> u32;
    fn div_euclid(self, rhs: Int) -> Int;
    fn rem_euclid(self, rhs: Int) -> Int;
    fn div_ceil(self, rhs: Int) -> Int;
    fn next_multiple_of(self, rhs: Int) -> Int;
    fn is_power_of_two(self) -> bool;
    fn next_power_of_two(self) -> Int;
    fn is_multiple_of(self, rhs: Int) -> bool;
    fn midpoint(self, rhs: Int) -> Int;
    fn abs(self) -> Int;
    fn abs_diff(self, other: Int) -> Int::Unsigned;
    fn unsigned_abs(self) -> Int::Unsigned;
    fn cast_signed(self) -> Int::Signed;
    fn cast_unsigned(self) -> Int::Unsigned;
    fn signum(self) -> Int;
    fn is_positive(self) -> bool;
    fn is_negative(self) -> bool;
    fn to_be_bytes(self) -> Int::Bytes;
    fn to_le_bytes(self) -> Int::Bytes;
    fn to_ne_bytes(self) -> Int::Bytes;
    fn from_be_bytes(bytes: Int::Bytes) -> Int;
    fn from_le_bytes(bytes: Int::Bytes) -> Int;
    fn from_ne_bytes(bytes: Int::Bytes) -> Int;
    fn min_value() -> Int;
    fn max_value() -> Int;
}
impl u8 {
    fn is_ascii(&self) -> bool;
    fn to_ascii_uppercase(&self) -> u8;
    fn to_ascii_lowercase(&self) -> u8;
    fn eq_ignore_ascii_case(&self, other: &u8) -> bool;
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
}
#[derive(Clone, Debug, Eq, PartialEq)]
struct ParseIntError;
impl ParseIntError {
    fn kind(&self) -> &IntErrorKind;
}
impl Display for ParseIntError {}
impl Error for ParseIntError {}
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum IntErrorKind { Empty, InvalidDigit, PosOverflow, NegOverflow, Zero }
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct TryFromIntError;
impl Display for TryFromIntError {}
impl Error for TryFromIntError {}
impl From<Infallible> for TryFromIntError {}
impl<Int> Copy for Int {}
impl<Int> Clone for Int {}
impl<Int> Debug for Int {}
impl<Int> Display for Int {}
impl<Int> Binary for Int {}
impl<Int> Octal for Int {}
impl<Int> LowerHex for Int {}
impl<Int> UpperHex for Int {}
impl<Int> LowerExp for Int {}
impl<Int> UpperExp for Int {}
impl<Int> Default for Int {}
impl<Int> Hash for Int {}
impl<Int> PartialEq for Int {}
impl<Int> Eq for Int {}
impl<Int> PartialOrd for Int {}
impl<Int> Ord for Int {}
impl<Int> FromStr for Int { type Err = ParseIntError; }
impl<Int> Sum for Int {}
impl<'a, Int> Sum<&'a Int> for Int {}
impl<Int> Product for Int {}
impl<'a, Int> Product<&'a Int> for Int {}
impl<Int> Not for Int { type Output = Int; }
impl<Int> Not for &Int { type Output = Int; }
impl<Int> Neg for Int { type Output = Int; }
impl<Int> Neg for &Int { type Output = Int; }
impl<Int> Add for Int { type Output = Int; }
impl<Int> Add<&Int> for Int { type Output = Int; }
impl<Int> Add<Int> for &Int { type Output = Int; }
impl<Int> Add<&Int> for &Int { type Output = Int; }
impl<Int> Sub for Int { type Output = Int; }
impl<Int> Sub<&Int> for Int { type Output = Int; }
impl<Int> Sub<Int> for &Int { type Output = Int; }
impl<Int> Sub<&Int> for &Int { type Output = Int; }
impl<Int> Mul for Int { type Output = Int; }
impl<Int> Mul<&Int> for Int { type Output = Int; }
impl<Int> Mul<Int> for &Int { type Output = Int; }
impl<Int> Mul<&Int> for &Int { type Output = Int; }
impl<Int> Div for Int { type Output = Int; }
impl<Int> Div<&Int> for Int { type Output = Int; }
impl<Int> Div<Int> for &Int { type Output = Int; }
impl<Int> Div<&Int> for &Int { type Output = Int; }
impl<Int> Rem for Int { type Output = Int; }
impl<Int> Rem<&Int> for Int { type Output = Int; }
impl<Int> Rem<Int> for &Int { type Output = Int; }
impl<Int> Rem<&Int> for &Int { type Output = Int; }
impl<Int> BitAnd for Int { type Output = Int; }
impl<Int> BitAnd<&Int> for Int { type Output = Int; }
impl<Int> BitAnd<Int> for &Int { type Output = Int; }
impl<Int> BitAnd<&Int> for &Int { type Output = Int; }
impl<Int> BitOr for Int { type Output = Int; }
impl<Int> BitOr<&Int> for Int { type Output = Int; }
impl<Int> BitOr<Int> for &Int { type Output = Int; }
impl<Int> BitOr<&Int> for &Int { type Output = Int; }
impl<Int> BitXor for Int { type Output = Int; }
impl<Int> BitXor<&Int> for Int { type Output = Int; }
impl<Int> BitXor<Int> for &Int { type Output = Int; }
impl<Int> BitXor<&Int> for &Int { type Output = Int; }
impl<Int> AddAssign for Int {}
impl<Int> AddAssign<&Int> for Int {}
impl<Int> SubAssign for Int {}
impl<Int> SubAssign<&Int> for Int {}
impl<Int> MulAssign for Int {}
impl<Int> MulAssign<&Int> for Int {}
impl<Int> DivAssign for Int {}
impl<Int> DivAssign<&Int> for Int {}
impl<Int> RemAssign for Int {}
impl<Int> RemAssign<&Int> for Int {}
impl<Int> BitAndAssign for Int {}
impl<Int> BitAndAssign<&Int> for Int {}
impl<Int> BitOrAssign for Int {}
impl<Int> BitOrAssign<&Int> for Int {}
impl<Int> BitXorAssign for Int {}
impl<Int> BitXorAssign<&Int> for Int {}
