//! Numbers as people read them, the same in every sentence.

/// A whole number with a comma after each thousand: `1,234`.
///
/// ```
/// assert_eq!(leakproof::journal::numbers::count(1_234_567), "1,234,567");
/// ```
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things: `1 file`, `2 files`.
///
/// ```
/// assert_eq!(leakproof::journal::numbers::plural(1, "byte", "bytes"), "1 byte");
/// assert_eq!(leakproof::journal::numbers::plural(1_000, "byte", "bytes"), "1,000 bytes");
/// ```
pub fn plural(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A number of bytes, whole MiB as such: `64 MiB`, `100,000 bytes`.
///
/// ```
/// assert_eq!(leakproof::journal::numbers::size(64 << 20), "64 MiB");
/// assert_eq!(leakproof::journal::numbers::size(100_000), "100,000 bytes");
/// ```
pub fn size(bytes: u64) -> String {
    const MEBIBYTE: u64 = 1 << 20;
    match bytes {
        MEBIBYTE.. if bytes.is_multiple_of(MEBIBYTE) => format!("{} MiB", count(bytes >> 20)),
        _ => plural(bytes, "byte", "bytes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_by_commas() {
        let numbers = [0, 7, 999, 1_000, 12_345, 123_456, 1_000_000, u64::MAX];
        let written = [
            "0",
            "7",
            "999",
            "1,000",
            "12,345",
            "123,456",
            "1,000,000",
            "18,446,744,073,709,551,615",
        ];
        assert_eq!(numbers.map(count), written);
    }

    #[test]
    fn sizes_are_in_mebibytes_where_those_are_whole() {
        let sizes = [0, 1, 1_024, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 1 << 40];
        let written = [
            "0 bytes",
            "1 byte",
            "1,024 bytes",
            "1,048,575 bytes",
            "1 MiB",
            "1,048,577 bytes",
            "1,048,576 MiB",
        ];
        assert_eq!(sizes.map(size), written);
    }
}
