//! Numbers and durations as people read them, the same in every sentence.

pub use crate::journal::numbers::{count, plural};

/// A number of bytes: `1 byte`, `1,234 bytes`.
pub fn bytes(number: u64) -> String {
    plural(number, "byte", "bytes")
}

/// Bytes in a buffer, after `the` or `its`: `buffered byte`, `8 buffered bytes`.
pub(super) fn buffered(number: u32) -> String {
    match number {
        1 => "buffered byte".to_owned(),
        _ => plural(number.into(), "buffered byte", "buffered bytes"),
    }
}

/// Nanoseconds in the unit that suits them: `0 ns`, `850 ns`, `1.2 µs`, `42 ms`, `3.5 s`. The page
/// writes them in the same way (`www/src/format.ts`).
///
/// ```
/// assert_eq!(leakproof::replay::numbers::duration(1_030_000), "1.03 ms");
/// ```
pub fn duration(nanoseconds: u64) -> String {
    let value = nanoseconds as f64;
    for (size, unit) in [(1e9, "s"), (1e6, "ms"), (1e3, "µs")] {
        if value >= size * 0.9995 {
            return format!("{} {unit}", three_digits(value / size));
        }
    }
    format!("{nanoseconds} ns")
}

/// Three digits, without zeros after the point.
fn three_digits(value: f64) -> String {
    let places = match value {
        value if value >= 99.95 => 0,
        value if value >= 9.995 => 1,
        _ => 2,
    };
    let text = format!("{:.places$}", half_up(value, places));
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A value that is rounded up where it lies in the middle between two: Rust rounds such a one to the
/// even neighbour, JavaScript rounds it up.
fn half_up(value: f64, places: usize) -> f64 {
    // A value can only be in the middle if it is an odd number of halves, quarters or eighths.
    let parts = value * f64::from(2_u32 << places);
    let is_middle = parts.fract() == 0.0 && parts % 2.0 == 1.0;
    if is_middle { value.next_up() } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `duration` of `www/src/format.ts` answers.
    #[test]
    fn a_duration_is_written_as_the_page_writes_it() {
        let durations = [
            (0, "0 ns"),
            (850, "850 ns"),
            (999, "999 ns"),
            (1_000, "1 µs"),
            (1_005, "1 µs"),
            (1_125, "1.13 µs"),
            (1_200, "1.2 µs"),
            (9_994, "9.99 µs"),
            (9_995, "10 µs"),
            (10_250, "10.3 µs"),
            (10_750, "10.8 µs"),
            (99_949, "99.9 µs"),
            (100_500, "101 µs"),
            (101_500, "102 µs"),
            (999_499, "999 µs"),
            (999_500, "1 ms"),
            (1_030_000, "1.03 ms"),
            (42_000_000, "42 ms"),
            (3_500_000_000, "3.5 s"),
            (7_200_000_000_000, "7200 s"),
        ];
        for (nanoseconds, written) in durations {
            assert_eq!(duration(nanoseconds), written, "{nanoseconds}");
        }
    }
}
