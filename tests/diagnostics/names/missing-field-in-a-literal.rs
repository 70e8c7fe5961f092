struct Account {
    balance: i32,
    owner: i32,
}

fn main() {
    let account = Account { balance: 1 };
    println!("{}", account.balance + account.owner);
}
