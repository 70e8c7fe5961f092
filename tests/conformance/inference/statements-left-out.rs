// `cfg` leaves out the statements whose condition does not hold.
fn main() {
    let mut count = 1;
    #[cfg(not(any()))]
    {
        count = 2;
    }
    #[cfg(any())]
    {
        count = 3;
    }
    #[cfg(any())]
    let count = "never";
    println!("{count}");
}
