//! Clean-ups whose number is known only at run time.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use super::managed::{Ending, Managed, exit_while_unwinding};
use super::{Error, Result};
use crate::world::{self, ErrorKind};

/// A stack of clean-ups, run in reverse order when it ends. The counterpart of Python's `ExitStack`.
///
/// A failure in the middle of acquiring leaves the stack with what was acquired so far, and its end
/// releases just that.
///
/// ```
/// use leakproof::prelude::*;
///
/// fn program() -> Result<()> {
///     with(ExitStack::new(), |stack| {
///         let mut shards = Vec::new();
///         for i in 0..3 {
///             shards.push(stack.hold(Opening::create(&format!("shard-{i}")))?);
///         }
///         shards[1].get()?.write("second")?;
///         Ok(())
///     })
/// }
///
/// leakproof::guard::Session::new(leakproof::world::World::new()).enter(|| program().unwrap());
/// ```
#[must_use = "a stack that is not bound ends at once"]
#[derive(Default)]
pub struct ExitStack {
    exits: Vec<Exit>,
}

type Exit = Box<dyn FnOnce(Ending<'_>) -> Result<()>>;

/// A resource that an [`ExitStack`] holds: usable until the stack ends.
pub struct Held<R>(Rc<RefCell<Option<R>>>);

impl ExitStack {
    /// An empty stack.
    pub fn new() -> Self {
        Self::default()
    }

    /// Enters a manager; its exit goes on top of the stack.
    ///
    /// # Errors
    ///
    /// Those of entering. The stack is as it was then.
    pub fn hold<M>(&mut self, manager: M) -> Result<Held<M::Resource>>
    where
        M: Managed,
        M::Resource: 'static,
    {
        let held = Rc::new(RefCell::new(Some(manager.enter()?)));
        let kept = Rc::clone(&held);
        self.exits.push(Box::new(move |ending| {
            let resource = match kept.try_borrow_mut() {
                Ok(mut kept) => kept.take(),
                Err(_) => return Err(in_use()),
            };
            resource.map_or(Ok(()), |resource| M::exit_from_stack(resource, ending))
        }));
        Ok(Held(held))
    }

    /// Puts a clean-up on top of the stack. It is told how the stack's scope ended.
    pub fn defer(&mut self, exit: impl FnOnce(Ending<'_>) -> Result<()> + 'static) {
        self.exits.push(Box::new(exit));
    }

    /// How many clean-ups are waiting.
    pub fn len(&self) -> usize {
        self.exits.len()
    }

    /// Whether no clean-up is waiting.
    pub fn is_empty(&self) -> bool {
        self.exits.is_empty()
    }

    /// Runs all the clean-ups, the last one first. A failing one does not keep the others from
    /// running.
    ///
    /// # Errors
    ///
    /// The first error met, with the later ones attached.
    ///
    /// # Panics
    ///
    /// With the panic of a clean-up, after the remaining ones have run.
    pub fn close(mut self) -> Result<()> {
        self.unwind(Ending::Returned)
    }

    fn unwind(&mut self, ending: Ending<'_>) -> Result<()> {
        let waiting = Waiting(&mut self.exits);
        let mut outcome: Result<()> = Ok(());
        while let Some(exit) = waiting.0.pop() {
            if let Err(later) = exit(ending) {
                match &mut outcome {
                    Ok(()) => outcome = Err(later),
                    Err(first) => first.suppress(later),
                }
            }
        }
        outcome
    }
}

/// The clean-ups that a panic must not skip: they run when this is dropped.
struct Waiting<'s>(&'s mut Vec<Exit>);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        while let Some(exit) = self.0.pop() {
            exit_while_unwinding(|| exit(Ending::Panicked));
        }
    }
}

/// Dropped with clean-ups waiting, it runs them; errors are recorded by the guards that meet them.
impl Drop for ExitStack {
    fn drop(&mut self) {
        if std::thread::panicking() {
            drop(Waiting(&mut self.exits));
        } else {
            let _recorded: Result<()> = self.unwind(Ending::Returned);
        }
    }
}

/// So that [`with`](super::with) returns the errors of a stack.
impl Managed for ExitStack {
    type Resource = ExitStack;

    fn enter(self) -> Result<Self> {
        Ok(self)
    }

    fn exit(mut stack: Self, ending: Ending<'_>) -> Result<()> {
        stack.unwind(ending)
    }
}

impl<R> Held<R> {
    /// The resource, to be used.
    ///
    /// # Errors
    ///
    /// `bad handle` if the stack has ended, and the resource with it.
    ///
    /// # Panics
    ///
    /// If it is already in use, as `RefCell::borrow_mut` does.
    pub fn get(&self) -> Result<RefMut<'_, R>> {
        RefMut::filter_map(self.0.borrow_mut(), Option::as_mut).map_err(|_| {
            let path = String::from("its exit stack has ended");
            Error::from(world::Error { kind: ErrorKind::BadHandle, path })
        })
    }
}

/// A stack ended while its resource was in use: the resource is released when that use ends.
fn in_use() -> Error {
    Error::from(world::Error { kind: ErrorKind::Busy, path: String::from("still in use") })
}
