// One suffix decides for all elements, and a comparison for what a text is parsed as.
use std::f32::consts::E;

fn squash(values: &mut Vec<f32>) {
    for value in &mut *values {
        *value = 1. / (1. + E.powf(-1. * *value));
    }
}

fn main() {
    let counts = vec![2_u16, 1, 0];
    let less: Option<Vec<u16>> = counts.iter().map(|n| n.checked_sub(1)).collect();
    println!("{less:?}");
    let bytes = [255u8, 1];
    println!("{:?} {:?}", bytes[0].checked_add(bytes[1]), bytes[1].checked_sub(2));
    println!("{} {}", "true".parse() == Ok(true), "1.5".parse() == Ok(1.5));
    let wide: (i128, u16) = (true.into(), false.into());
    println!("{wide:?} {:?} {}", u8::try_from('ÿ'), u8::try_from('Ā').is_err());
    let mut values = Vec::from([1.0, 0.5]);
    squash(&mut values);
    println!("{values:?}");
}
