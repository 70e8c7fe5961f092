// A lock is held as long as its guard, and poisoned by a guard that a panic ends.
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
#[derive(Debug, Default)]
struct State {
    jobs: Vec<String>,
    done: u32,
}
struct Queue {
    state: Mutex<State>,
    config: RwLock<u8>,
}
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
fn log(s: &str) {
    LOG.lock().unwrap().push(s.to_string());
}
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        log(self.0);
    }
}
impl Queue {
    fn add(&self, j: &str) -> usize {
        let mut s = self.state.lock().unwrap();
        s.jobs.push(j.to_owned());
        s.jobs.len()
    }
    fn guard(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
fn main() {
    let q = Arc::new(Queue { state: Mutex::new(State::default()), config: RwLock::new(250) });
    let q2 = Arc::clone(&q);
    println!("{} {}", q.add("a"), q2.add("b"));
    {
        let g = q.guard();
        println!("{:?} {:?}", g.jobs, q2.state.try_lock().is_err());
        println!("{:?}", q.state);
        if let Err(e) = q2.state.try_lock() {
            println!("{e} {e:?}");
        }
    }
    println!("{:?}", q.state);
    println!("{:#?}", q.config);
    {
        let a = q.config.read().unwrap();
        let b = q.config.read().unwrap();
        println!("{} {}", *a + *b - 250, q.config.try_write().is_err());
    }
    *q.config.write().unwrap() += 5;
    println!("{:?} {}", q.config.read().unwrap(), Arc::strong_count(&q));
    let r = panic::catch_unwind(AssertUnwindSafe(|| {
        let mut s = q.state.lock().unwrap();
        s.done += 1;
        panic!("worker died");
    }));
    println!("{} {}", r.is_err(), q.state.is_poisoned());
    match q.state.lock() {
        Ok(_) => println!("fine"),
        Err(e) => {
            println!("{e} / {e:?}");
            let s = e.into_inner();
            println!("{}", s.done);
        }
    }
    let r = panic::catch_unwind(AssertUnwindSafe(|| q.state.lock().unwrap().done));
    println!("{:?}", r.map_err(|e| e.downcast::<String>().map(|s| *s).ok()));
    q.state.clear_poison();
    println!("{:?} {}", q.state.lock().is_ok(), q.guard().jobs.pop().unwrap_or_default());
    {
        let _a = D("drop a");
        let _b = D("drop b");
        log("body");
    }
    for l in LOG.lock().unwrap().iter() {
        println!("{l}");
    }
    drop(q2);
    match Arc::try_unwrap(q) {
        Ok(q) => {
            let s = q.state.into_inner().unwrap();
            println!("{s:?}");
        }
        Err(_) => println!("shared"),
    }
    let m = Mutex::new(String::from("x"));
    let mut m2 = Mutex::new(5);
    *m2.get_mut().unwrap() += 1;
    m.lock().unwrap().push('y');
    println!("{} {:?}", m.lock().unwrap(), m2.lock().unwrap());
    let total = Mutex::new(0u8);
    let guard = total.lock().unwrap();
    match guard.checked_sub(1) {
        None => println!("none"),
        Some(_) => {}
    }
    drop(guard);
    let mut g = total.lock().unwrap();
    *g = 255;
    *g += 1;
}
