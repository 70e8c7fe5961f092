//! The caps. Nothing a person types may hang or kill whoever runs it, so everything that a program
//! can make grow has a named limit here; reaching it ends the run with a message that names it.

/// Bytes of source text.
pub const MAX_SOURCE: usize = 100_000;

/// How deeply brackets may be nested in the source. The parser and the lowering recurse with it.
pub const MAX_BRACKETS: usize = 48;

/// How many tokens may follow each other without a `;` or `,` between them, counted along the
/// brackets around. Chains such as `!!!!x`, `a + a + a` or `else if` make deep trees without brackets.
pub const MAX_CHAIN: usize = 400;

/// Statements, calls and turns of loops in one run.
pub const MAX_STEPS: u64 = 10_000_000;

/// Where a program may die it may run without end, too; so many of them at a time, and then whoever
/// watches it is called. A millisecond or two.
pub const STEPS_WATCHED: u64 = 1 << 14;

/// Expressions within expressions, over all calls that are active. This is what keeps the real stack
/// from overflowing: WebAssembly has 1 MB by default, a thread of a test 2 MB. An unoptimised build
/// takes about 5 KB for each, so it must stop earlier. Where a program may die, it overflows the rest
/// on purpose.
pub const MAX_DEPTH: u32 = if cfg!(debug_assertions) { 300 } else { 500 };

/// Bytes printed by one run.
pub const MAX_OUTPUT: usize = 1 << 20;

/// Events in a journal.
pub const MAX_EVENTS: usize = 1_000_000;

/// Bytes that all strings and collections made in a run have together; freed ones count as well. In a
/// page the memory is that of the timeline, too, and never shrinks.
pub const MAX_MEMORY: usize = if cfg!(target_arch = "wasm32") { 64 << 20 } else { 256 << 20 };

/// The same where a program may die of having no memory: this stops only those that free what they
/// take.
pub const MAX_MEMORY_FREED: usize = 1 << 30;

/// Bytes that an instance in which a program may die has at a time. A program that needs more is
/// refused an allocation, and dies of it. A journal of [`MAX_EVENTS`] takes less than half of it.
pub const MAX_MEMORY_HELD: usize = 128 << 20;

/// Bytes that a text or collection may ask for at once. Where a process has no more memory, it dies.
pub const LARGEST_ALLOCATION: usize =
    if MAX_MEMORY > MAX_MEMORY_HELD { MAX_MEMORY } else { MAX_MEMORY_HELD };

/// Bytes of stack of an instance in which a program may die: what the linker gives it.
pub const STACK: usize = 1 << 20;

/// How deeply a value may contain values (`Box` in `Box` in …): dropping recurses with it.
pub const MAX_VALUE_DEPTH: u32 = 200;

/// How many diagnostics one check reports.
pub const MAX_DIAGNOSTICS: usize = 20;
