// `Rc::new_cyclic` gives a value a `Weak` to itself before it is there.
use std::rc::{Rc, Weak};
struct Session {
    me: Weak<Session>,
    name: String,
}
impl Drop for Session {
    fn drop(&mut self) {
        println!("drop {} {}", self.name, self.me.upgrade().is_none());
    }
}
fn main() {
    let session = Rc::new_cyclic(|me: &Weak<Session>| {
        println!("{}", me.upgrade().is_none());
        Session { me: me.clone(), name: "session".into() }
    });
    println!("{} {}", Rc::strong_count(&session), Rc::weak_count(&session));
    let again = session.me.upgrade().unwrap();
    drop(session);
    println!("{}", again.name);
}
