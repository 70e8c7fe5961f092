// The same with `&mut`.
fn main() {
    let counter = &mut 0;
    *counter += 1;
    *counter += 1;
    println!("{counter}");
    let list = &mut vec![1];
    list.push(2);
    println!("{list:?}");
}
