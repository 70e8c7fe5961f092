//! The context-manager protocol, and the guards over a world or over the real file system.
//!
//! Which one to pick:
//!
//! - [`ManagedFile`] and [`ManagedLock`] release in `drop`: nothing to write, and nobody who is told
//!   of an error in closing;
//! - [`with`] runs a body under a guard and returns the error of closing, too;
//! - [`ExitStack`] does that for a number of resources known only at run time.
//!
//! How a program ends, and what becomes of an open resource:
//!
//! | way | who releases | an error in closing |
//! | --- | --- | --- |
//! | end of scope, `return`, `break`, `?` | `drop` | recorded |
//! | `close` | the call | returned |
//! | body of `with` returns | `exit` | returned |
//! | body of `with` fails | `exit` | attached to the error that travels |
//! | panic | `drop` or `exit`, while it unwinds | recorded; the panic goes on |
//! | `mem::forget`, `Box::leak`, a cycle of `Rc`s | the system, when the program is over | — ; what was buffered is lost |
//! | `process::exit`, abort, a crash | the system | — ; what was buffered is lost |
//!
//! This room knows nothing of scripts, pages or what is drawn.

pub mod aftermath;
mod beginning;
mod error;
mod exit_stack;
mod file;
pub mod fs;
mod lifecycle;
mod lock;
mod managed;
mod open;
#[cfg(not(target_arch = "wasm32"))]
mod os;
mod panics;
mod resource;
mod session;
mod system;
mod tee;

pub use beginning::beginning;
pub use error::{Error, Result};
pub use exit_stack::{ExitStack, Held};
pub use file::{ManagedFile, Opening};
pub use lifecycle::BUFFER_SIZE;
pub use lock::{Locking, ManagedLock};
pub use managed::{Ending, Managed, with};
pub use panics::{ProgramPanic, install_panic_hook, message_of};
pub use session::Session;
