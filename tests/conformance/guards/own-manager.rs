// A manager of one's own, told how its scope ended.
use leakproof::prelude::*;

struct Transaction(&'static str);

impl Managed for Transaction {
    type Resource = Self;

    fn enter(self) -> Result<Self> {
        println!("begin {}", self.0);
        Ok(self)
    }

    fn exit(transaction: Self, ending: Ending<'_>) -> Result<()> {
        match ending {
            Ending::Returned => println!("commit {}", transaction.0),
            Ending::Failed(error) => println!("roll back {}: {error}", transaction.0),
            Ending::Panicked => println!("roll back {} in a panic", transaction.0),
        }
        Ok(())
    }
}

fn main() {
    let fine = with(Transaction("first"), |transaction| Ok(transaction.0.len()));
    println!("{:?}", fine.ok());
    let failed: Result<()> = with(Transaction("second"), |_| Err(Error::other("no")));
    println!("{}", failed.is_err());
}
