enum List {
    End,
    More(Box<List>),
}

fn main() {
    let mut list = List::End;
    loop {
        list = List::More(Box::new(list));
    }
}
