//! The text of the library: time, processes, panics.
//@ std::time
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
struct Duration;
impl Duration {
    const ZERO: Duration;
    const MAX: Duration;
    fn new(secs: u64, nanos: u32) -> Duration;
    fn from_secs(secs: u64) -> Duration;
    fn from_millis(millis: u64) -> Duration;
    fn from_micros(micros: u64) -> Duration;
    fn from_nanos(nanos: u64) -> Duration;
    fn from_secs_f64(secs: f64) -> Duration;
    fn from_secs_f32(secs: f32) -> Duration;
    fn is_zero(&self) -> bool;
    fn as_secs(&self) -> u64;
    fn subsec_millis(&self) -> u32;
    fn subsec_micros(&self) -> u32;
    fn subsec_nanos(&self) -> u32;
    fn as_millis(&self) -> u128;
    fn as_micros(&self) -> u128;
    fn as_nanos(&self) -> u128;
    fn as_secs_f64(&self) -> f64;
    fn as_secs_f32(&self) -> f32;
    fn abs_diff(self, other: Duration) -> Duration;
    fn checked_add(self, rhs: Duration) -> Option<Duration>;
    fn checked_sub(self, rhs: Duration) -> Option<Duration>;
    fn saturating_add(self, rhs: Duration) -> Duration;
    fn saturating_sub(self, rhs: Duration) -> Duration;
    fn checked_mul(self, rhs: u32) -> Option<Duration>;
    fn mul_f64(self, rhs: f64) -> Duration;
}
impl Add for Duration { type Output = Duration; }
impl Sub for Duration { type Output = Duration; }
impl Mul<u32> for Duration { type Output = Duration; }
impl Mul<Duration> for u32 { type Output = Duration; }
impl Div<u32> for Duration { type Output = Duration; }
impl AddAssign for Duration {}
impl SubAssign for Duration {}
impl Sum for Duration {}
//@ std::process
fn exit(code: i32) -> !;
fn abort() -> !;
fn id() -> u32;
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct ExitCode;
impl ExitCode {
    const SUCCESS: ExitCode;
    const FAILURE: ExitCode;
}
impl From<u8> for ExitCode {}
trait Termination {
    fn report(self) -> ExitCode;
}
impl Termination for () {}
impl Termination for ! {}
impl Termination for ExitCode {}
impl<T: Termination, E: Debug> Termination for Result<T, E> {}
//@ std::panic
fn catch_unwind<F: FnOnce() -> R, R>(f: F) -> Result<R, Box<dyn Any + Send>>;
fn resume_unwind(payload: Box<dyn Any + Send>) -> !;
fn panic_any<M>(msg: M) -> !;
fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>);
fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>;
#[derive(Clone, Copy, Debug)]
struct AssertUnwindSafe<T>(T);
impl<T> Deref for AssertUnwindSafe<T> { type Target = T; }
impl<T> DerefMut for AssertUnwindSafe<T> {}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> { type Output = R; }
trait UnwindSafe {}
trait RefUnwindSafe {}
#[derive(Debug)]
struct PanicHookInfo<'a>;
impl<'a> PanicHookInfo<'a> {
    fn payload(&self) -> &(dyn Any + Send);
    fn payload_as_str(&self) -> Option<&str>;
    fn location(&self) -> Option<&Location<'a>>;
}
impl<'a> Display for PanicHookInfo<'a> {}
#[derive(Clone, Copy, Debug)]
struct Location<'a>;
impl<'a> Location<'a> {
    fn caller() -> &'static Location<'static>;
    fn file(&self) -> &str;
    fn line(&self) -> u32;
    fn column(&self) -> u32;
}
impl<'a> Display for Location<'a> {}
//@ std::thread
fn panicking() -> bool;
fn sleep(dur: Duration);
fn yield_now();
//@ std::hint
fn black_box<T>(dummy: T) -> T;
fn unreachable_unchecked() -> !;
