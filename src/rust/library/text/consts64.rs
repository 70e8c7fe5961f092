//! The text of the library: the constants of `f64`.
//@ std::f64::consts
const PI: f64 = 0.0;
const E: f64 = 0.0;
const TAU: f64 = 0.0;
const SQRT_2: f64 = 0.0;
const LN_2: f64 = 0.0;
const LN_10: f64 = 0.0;
const LOG2_E: f64 = 0.0;
const LOG10_E: f64 = 0.0;
const FRAC_PI_2: f64 = 0.0;
const FRAC_PI_3: f64 = 0.0;
const FRAC_PI_4: f64 = 0.0;
const FRAC_PI_6: f64 = 0.0;
const FRAC_PI_8: f64 = 0.0;
const FRAC_1_PI: f64 = 0.0;
const FRAC_2_PI: f64 = 0.0;
const FRAC_1_SQRT_2: f64 = 0.0;
//@ std::f64
const MAX: f64 = 0.0;
const MIN: f64 = 0.0;
const EPSILON: f64 = 0.0;
const INFINITY: f64 = 0.0;
const NEG_INFINITY: f64 = 0.0;
const NAN: f64 = 0.0;
