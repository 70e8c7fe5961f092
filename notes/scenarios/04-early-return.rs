//@ title: An early return
//@ say: `return` on line 15 leaves `train` early. Rust drops `log`, then `losses`, and that closes both files. `model.bin` was never opened.
//@ try: Change `NaN` on line 4 to `0.3`. `train` does not return early now: it opens `model.bin`, and three files close at its end.
//@ file losses.txt: 0.9 0.4 NaN 0.2
use leakproof::prelude::*;

fn train() -> Result<bool> {
    let mut losses = ManagedFile::open("losses.txt")?;
    let mut log = ManagedFile::create("train.log")?;

    for loss in losses.read_to_string()?.split(' ') {
        log.write(format!("loss {loss}\n"))?;
        sleep(1);
        if loss == "NaN" {
            return Ok(false); // closes `log`, then `losses`
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
