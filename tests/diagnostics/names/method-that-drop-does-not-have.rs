struct Reader {
    open: bool,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.close();
    }

    fn close(&mut self) {
        self.open = false;
    }
}

fn main() {
    let reader = Reader { open: true };
    println!("{}", reader.open);
}
