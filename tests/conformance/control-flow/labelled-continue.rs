// `continue` with a label goes on with the next turn of an outer loop.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    'rows: for row in 0..3 {
        let _row = Loud("row");
        for column in 0..3 {
            let _column = Loud("column");
            if column == row {
                continue 'rows;
            }
            println!("{row} {column}");
        }
    }
}
