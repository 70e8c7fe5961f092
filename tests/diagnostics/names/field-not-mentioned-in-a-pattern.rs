struct Account {
    balance: i32,
    owner: i32,
}

fn main() {
    let Account { balance } = Account { balance: 1, owner: 2 };
    println!("{balance}");
}
