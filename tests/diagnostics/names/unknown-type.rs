struct Account {
    balance: i32,
}

fn show(account: &Acount) {
    println!("{}", account.balance);
}

fn main() {
    show(&Account { balance: 1 });
}
