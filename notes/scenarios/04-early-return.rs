//@ title: An early return
//@ say: A return in the middle closes just what is open at that line.
//@ file losses.txt: 0.9 0.4 NaN 0.2
use leakproof::prelude::*;

fn train() -> Result<bool> {
    let mut losses = ManagedFile::open("losses.txt")?;
    let mut log = ManagedFile::create("train.log")?;

    for loss in losses.read_to_string()?.split(' ') {
        log.write(format!("loss {loss}\n"))?;
        sleep(1);
        if loss == "NaN" {
            return Ok(false); // `log` closes, then `losses`
        }
    }

    let mut model = ManagedFile::create("model.bin")?;
    model.write("weights")?;
    Ok(true)
}

fn main() -> Result<()> {
    println!("converged: {}", train()?);
    Ok(())
}
