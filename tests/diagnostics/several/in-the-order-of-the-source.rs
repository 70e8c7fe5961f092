struct Account {
    balance: i32,
}

fn pay(account: &mut Account, amount: i32) {
    account.balanse -= amount;
}

fn main() {
    let account = Account { balance: 10 };
    pay(&mut account);
    let total = 0;
    total = account.balance;
    prntln!("{}", totl);
}
