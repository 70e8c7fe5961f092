use std::net::TcpStream;

fn main() {
    let stream = TcpStream::connect("localhost:80");
    println!("{}", stream.is_ok());
}
