struct Account {
    balance: i32,
}

fn main() {
    let Account { balanse } = Account { balance: 1 };
    println!("{balanse}");
}
