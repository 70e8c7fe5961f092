async fn one() -> i32 {
    1
}

async fn two() -> i32 {
    one().await + 1
}

fn main() {}
