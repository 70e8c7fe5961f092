// Jobs that know their scheduler by a `Weak`, some of which outlive it.
use std::cell::RefCell;
use std::rc::{Rc, Weak};
struct Scheduler {
    jobs: RefCell<Vec<Weak<Job>>>,
    log: RefCell<Vec<String>>,
}
struct Job {
    id: u32,
    sched: Weak<Scheduler>,
    retries: std::cell::Cell<u8>,
}
impl Scheduler {
    fn spawn(self: &Rc<Self>, id: u32) -> Rc<Job> {
        let j = Rc::new(Job { id, sched: Rc::downgrade(self), retries: Default::default() });
        self.jobs.borrow_mut().push(Rc::downgrade(&j));
        j
    }
    fn alive(&self) -> Vec<u32> {
        self.jobs.borrow().iter().filter_map(Weak::upgrade).map(|j| j.id).collect()
    }
    fn gc(&self) -> usize {
        let mut jobs = self.jobs.borrow_mut();
        let before = jobs.len();
        jobs.retain(|w| w.strong_count() > 0);
        before - jobs.len()
    }
}
impl Job {
    fn run(&self, f: impl Fn(u8) -> Result<u32, String>) -> Result<u32, String> {
        loop {
            match f(self.retries.get()) {
                Ok(v) => return Ok(v),
                Err(e) if self.retries.get() >= 2 => return Err(format!("job {}: {e}", self.id)),
                Err(_) => self.retries.set(self.retries.get() + 1),
            }
        }
    }
}
impl Drop for Job {
    fn drop(&mut self) {
        if let Some(s) = self.sched.upgrade() {
            s.log.borrow_mut().push(format!("job {} gone after {}", self.id, self.retries.get()));
        } else {
            println!("orphan {}", self.id);
        }
    }
}
impl Drop for Scheduler {
    fn drop(&mut self) {
        println!("{:?}", self.log.get_mut());
    }
}
fn main() {
    let s = Rc::new(Scheduler { jobs: RefCell::new(vec![]), log: RefCell::new(vec![]) });
    let a = s.spawn(1);
    let orphan = {
        let b = s.spawn(2);
        println!("{:?}", s.alive());
        println!("{:?}", b.run(|n| if n < 2 { Err("busy".into()) } else { Ok(n as u32 * 10) }));
        s.spawn(3)
    };
    println!("{:?} {}", s.alive(), s.gc());
    println!("{:?}", a.run(|_| Err("down".to_string())));
    println!("{} {} {}", Rc::strong_count(&s), Rc::weak_count(&s), a.sched.strong_count());
    drop(a);
    drop(s);
    println!("scheduler gone: {}", orphan.sched.upgrade().is_none());
}
