struct Account {
    balance: i32,
}

fn main() {
    let account = Acount { balance: 1 };
    println!("{}", account.balance);
}
