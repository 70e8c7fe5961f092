//! The text of the library: `float`.
//@ std::num
impl<Float> Float {
    const MAX: Float;
    const MIN: Float;
    const MIN_POSITIVE: Float;
    const EPSILON: Float;
    const INFINITY: Float;
    const NEG_INFINITY: Float;
    const NAN: Float;
    const DIGITS: u32;
    fn is_nan(self) -> bool;
    fn is_infinite(self) -> bool;
    fn is_finite(self) -> bool;
    fn is_normal(self) -> bool;
    fn is_sign_positive(self) -> bool;
    fn is_sign_negative(self) -> bool;
    fn floor(self) -> Float;
    fn ceil(self) -> Float;
    fn round(self) -> Float;
    fn round_ties_even(self) -> Float;
    fn trunc(self) -> Float;
    fn fract(self) -> Float;
    fn abs(self) -> Float;
    fn signum(self) -> Float;
    fn copysign(self, sign: Float) -> Float;
    fn mul_add(self, a: Float, b: Float) -> Float;
    fn div_euclid(self, rhs: Float) -> Float;
    fn rem_euclid(self, rhs: Float) -> Float;
    fn powi(self, n: i32) -> Float;
    fn powf(self, n: Float) -> Float;
    fn sqrt(self) -> Float;
    fn exp(self) -> Float;
    fn exp2(self) -> Float;
    fn exp_m1(self) -> Float;
    fn ln(self) -> Float;
    fn ln_1p(self) -> Float;
    fn log(self, base: Float) -> Float;
    fn log2(self) -> Float;
    fn log10(self) -> Float;
    fn cbrt(self) -> Float;
    fn hypot(self, other: Float) -> Float;
    fn sin(self) -> Float;
    fn cos(self) -> Float;
    fn tan(self) -> Float;
    fn asin(self) -> Float;
    fn acos(self) -> Float;
    fn atan(self) -> Float;
    fn atan2(self, other: Float) -> Float;
    fn sin_cos(self) -> (Float, Float);
    fn sinh(self) -> Float;
    fn cosh(self) -> Float;
    fn tanh(self) -> Float;
    fn asinh(self) -> Float;
    fn acosh(self) -> Float;
    fn atanh(self) -> Float;
    fn max(self, other: Float) -> Float;
    fn min(self, other: Float) -> Float;
    fn clamp(self, min: Float, max: Float) -> Float;
    fn recip(self) -> Float;
    fn to_degrees(self) -> Float;
    fn to_radians(self) -> Float;
    fn total_cmp(&self, other: &Float) -> Ordering;
    fn midpoint(self, other: Float) -> Float;
}
impl f64 {
    fn to_bits(self) -> u64;
    fn from_bits(v: u64) -> f64;
}
impl f32 {
    fn to_bits(self) -> u32;
    fn from_bits(v: u32) -> f32;
}
#[derive(Clone, Debug, Eq, PartialEq)]
struct ParseFloatError;
impl Display for ParseFloatError {}
impl Error for ParseFloatError {}
impl<Float> Copy for Float {}
impl<Float> Clone for Float {}
impl<Float> Debug for Float {}
impl<Float> Display for Float {}
impl<Float> LowerExp for Float {}
impl<Float> UpperExp for Float {}
impl<Float> Default for Float {}
impl<Float> PartialEq for Float {}
impl<Float> PartialOrd for Float {}
impl<Float> FromStr for Float { type Err = ParseFloatError; }
impl<Float> Sum for Float {}
impl<'a, Float> Sum<&'a Float> for Float {}
impl<Float> Product for Float {}
impl<'a, Float> Product<&'a Float> for Float {}
impl<Float> Add for Float { type Output = Float; }
impl<Float> Add<&Float> for Float { type Output = Float; }
impl<Float> Add<Float> for &Float { type Output = Float; }
impl<Float> Add<&Float> for &Float { type Output = Float; }
impl<Float> Sub for Float { type Output = Float; }
impl<Float> Sub<&Float> for Float { type Output = Float; }
impl<Float> Sub<Float> for &Float { type Output = Float; }
impl<Float> Sub<&Float> for &Float { type Output = Float; }
impl<Float> Mul for Float { type Output = Float; }
impl<Float> Mul<&Float> for Float { type Output = Float; }
impl<Float> Mul<Float> for &Float { type Output = Float; }
impl<Float> Mul<&Float> for &Float { type Output = Float; }
impl<Float> Div for Float { type Output = Float; }
impl<Float> Div<&Float> for Float { type Output = Float; }
impl<Float> Div<Float> for &Float { type Output = Float; }
impl<Float> Div<&Float> for &Float { type Output = Float; }
impl<Float> Rem for Float { type Output = Float; }
impl<Float> Rem<&Float> for Float { type Output = Float; }
impl<Float> Rem<Float> for &Float { type Output = Float; }
impl<Float> Rem<&Float> for &Float { type Output = Float; }
impl<Float> Neg for Float { type Output = Float; }
impl<Float> Neg for &Float { type Output = Float; }
impl<Float> AddAssign for Float {}
impl<Float> AddAssign<&Float> for Float {}
impl<Float> SubAssign for Float {}
impl<Float> SubAssign<&Float> for Float {}
impl<Float> MulAssign for Float {}
impl<Float> MulAssign<&Float> for Float {}
impl<Float> DivAssign for Float {}
impl<Float> DivAssign<&Float> for Float {}
impl<Float> RemAssign for Float {}
impl<Float> RemAssign<&Float> for Float {}
