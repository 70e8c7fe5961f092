//! The constants of the library and the prelude.

use crate::rust::ir::Constant;
use crate::rust::value::int128::Wide;
use crate::rust::value::number::{Int, IntKind};
use crate::world::ErrorKind;

/// The constant by that path, of which the last two segments are left.
pub(super) fn constant(name: &str) -> Option<Constant> {
    let (of, what) = name.split_once("::").unwrap_or(("", name));
    let error_kind =
        |what: &str| ErrorKind::ALL.iter().copied().find(|kind| format!("{kind:?}") == what);
    match (of, what) {
        (_, "None") => Some(Constant::None),
        ("" | "marker", "PhantomData") => Some(Constant::Unit),
        ("ErrorKind", what) => error_kind(what).map(Constant::ErrorKind),
        ("Ordering", "Less") => Some(Constant::Ordering(std::cmp::Ordering::Less)),
        ("Ordering", "Equal") => Some(Constant::Ordering(std::cmp::Ordering::Equal)),
        ("Ordering", "Greater") => Some(Constant::Ordering(std::cmp::Ordering::Greater)),
        ("Ordering", "Relaxed" | "Acquire" | "Release" | "AcqRel" | "SeqCst") => {
            Some(Constant::Unit)
        }
        ("ExitCode", "SUCCESS") => Some(Constant::ExitCode(0)),
        ("ExitCode", "FAILURE") => Some(Constant::ExitCode(1)),
        ("fmt", "Error") => Some(Constant::FmtError),
        ("char", "MAX") => Some(Constant::Char(char::MAX)),
        ("i128", "MAX") => Some(Constant::Wide(Wide::Signed(i128::MAX))),
        ("i128", "MIN") => Some(Constant::Wide(Wide::Signed(i128::MIN))),
        ("u128", "MAX") => Some(Constant::Wide(Wide::Unsigned(u128::MAX))),
        ("u128", "MIN") => Some(Constant::Wide(Wide::Unsigned(0))),
        ("consts", what) => float(what).map(Constant::Float),
        ("f32", "MAX") => Some(Constant::Float32(f32::MAX)),
        ("f32", "MIN") => Some(Constant::Float32(f32::MIN)),
        ("f32", "EPSILON") => Some(Constant::Float32(f32::EPSILON)),
        ("f32", "INFINITY") => Some(Constant::Float32(f32::INFINITY)),
        ("f32", "NEG_INFINITY") => Some(Constant::Float32(f32::NEG_INFINITY)),
        ("f32", "NAN") => Some(Constant::Float32(f32::NAN)),
        ("f32", "MIN_POSITIVE") => Some(Constant::Float32(f32::MIN_POSITIVE)),
        ("f64", "MIN_POSITIVE") => Some(Constant::Float(f64::MIN_POSITIVE)),
        ("Ending", "Returned") => Some(Constant::Ending("Returned")),
        ("Ending", "Panicked") => Some(Constant::Ending("Panicked")),
        ("f64", "MAX") => Some(Constant::Float(f64::MAX)),
        ("f64", "MIN") => Some(Constant::Float(f64::MIN)),
        ("f64", "INFINITY") => Some(Constant::Float(f64::INFINITY)),
        ("f64", "EPSILON") => Some(Constant::Float(f64::EPSILON)),
        ("f64", "NEG_INFINITY") => Some(Constant::Float(f64::NEG_INFINITY)),
        ("f64", "NAN") => Some(Constant::Float(f64::NAN)),
        (of, "BITS") => {
            let kind = IntKind::from_name(of)?;
            Some(Constant::Int(Int::wrapped(IntKind::U32, kind.bits().into())))
        }
        (of, "MAX" | "MIN") => {
            let kind = IntKind::from_name(of)?;
            let value = if what == "MAX" { kind.max() } else { kind.min() };
            Int::new(kind, value).map(Constant::Int)
        }
        _ => None,
    }
}

/// A constant of `std::f64::consts`.
fn float(name: &str) -> Option<f64> {
    use std::f64::consts;
    Some(match name {
        "PI" => consts::PI,
        "TAU" => consts::TAU,
        "E" => consts::E,
        "SQRT_2" => consts::SQRT_2,
        "LN_2" => consts::LN_2,
        "LN_10" => consts::LN_10,
        "FRAC_PI_2" => consts::FRAC_PI_2,
        _ => return None,
    })
}
