struct Account {
    balance: i32,
    owner: i32,
}

fn main() {
    let account = Account { balance: 1, owner: 2 };
    println!("{} {}", account.balanse, account.owner);
}
