struct Account {
    balance: i32,
}

fn main() {
    let account = Account { balance: "ten" };
    println!("{}", account.balance);
}
