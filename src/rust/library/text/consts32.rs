//! The text of the library: the constants of `f32`.
//@ std::f32::consts
const PI: f32 = 0.0;
const E: f32 = 0.0;
const TAU: f32 = 0.0;
const SQRT_2: f32 = 0.0;
const LN_2: f32 = 0.0;
const LN_10: f32 = 0.0;
const LOG2_E: f32 = 0.0;
const LOG10_E: f32 = 0.0;
const FRAC_PI_2: f32 = 0.0;
const FRAC_PI_3: f32 = 0.0;
const FRAC_PI_4: f32 = 0.0;
const FRAC_PI_6: f32 = 0.0;
const FRAC_PI_8: f32 = 0.0;
const FRAC_1_PI: f32 = 0.0;
const FRAC_2_PI: f32 = 0.0;
const FRAC_1_SQRT_2: f32 = 0.0;
//@ std::f32
const MAX: f32 = 0.0;
const MIN: f32 = 0.0;
const EPSILON: f32 = 0.0;
const INFINITY: f32 = 0.0;
const NEG_INFINITY: f32 = 0.0;
const NAN: f32 = 0.0;
