struct Account {
    balance: i32,
}

fn main() {
    let account = Account { balanse: 1 };
    println!("{}", account.balance);
}
