async fn fetch() -> i32 {
    1
}

fn main() {
    let _ = fetch();
}
