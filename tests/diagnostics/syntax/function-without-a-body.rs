fn main()
