//! `leakproof run FILE` and `leakproof check FILE`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::eprint;
use anstyle::{AnsiColor, Style};
use clap::{Parser, Subcommand};

use leakproof::journal::{Kind, json_lines};
use leakproof::replay::Replay;
use leakproof::run::{Category, Diagnostic, Program};
use leakproof::rust;

/// Runs small Rust programs over a virtual file system and shows what becomes of every resource.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs a program: its output goes to standard output, what happened to its resources to
    /// standard error. The exit status is that of the compiled program.
    Run {
        /// The program; `-` for standard input.
        file: PathBuf,
        /// Leaves out what happened to the resources.
        #[arg(long)]
        quiet: bool,
        /// Says the reason for each event as well.
        #[arg(long)]
        why: bool,
        /// Writes the journal to standard output, as JSON Lines, instead of the program's output.
        #[arg(long)]
        json: bool,
        /// Exits with status 3 if a resource was leaked.
        #[arg(long)]
        deny_leaks: bool,
        /// Sends the events through `tracing` to standard error as well.
        #[arg(long)]
        trace: bool,
    },
    /// Says what is wrong with a program without running it.
    Check {
        /// The program; `-` for standard input.
        file: PathBuf,
    },
}

/// How a program is to be run.
struct Wishes {
    quiet: bool,
    why: bool,
    json: bool,
    deny_leaks: bool,
    trace: bool,
}

/// Something is wrong with a program that was to be checked.
const WRONG: u8 = 1;

/// The program cannot be run.
const REFUSED: u8 = 2;
/// A resource was leaked, and that was denied.
const LEAKED: u8 = 3;

/// Reads the arguments and does what they say.
pub fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Run { file, quiet, why, json, deny_leaks, trace } => {
            run(&file, &Wishes { quiet, why, json, deny_leaks, trace })
        }
        Command::Check { file } => match compile(&file, WRONG) {
            Ok(_) => ExitCode::SUCCESS,
            Err(status) => status,
        },
    }
}

fn run(file: &Path, wishes: &Wishes) -> ExitCode {
    let (source, program) = match compile(file, REFUSED) {
        Ok(compiled) => compiled,
        Err(status) => return status,
    };
    let run = if wishes.trace {
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(is_terminal()).init();
        program.run_traced()
    } else {
        program.run()
    };
    if wishes.json {
        write_out(json_lines::to_string(&run.journal).as_bytes());
    } else {
        write_out(run.stdout.as_bytes());
    }
    eprint!("{}", run.stderr);
    let leaked = run.journal.events().iter().any(|event| event.kind == Kind::Leaked);
    if !wishes.quiet {
        let style = Style::new().dimmed();
        let replay = Replay::new(run.journal, program.beginning());
        let transcript =
            if wishes.why { replay.transcript_with_why() } else { replay.transcript() };
        eprint!("{style}{transcript}{style:#}");
    }
    if let Some(problem) = &run.problem {
        show(problem, file, &source);
    }
    if wishes.deny_leaks && leaked {
        return ExitCode::from(LEAKED);
    }
    // As the system does it: of a status only the lowest byte arrives.
    ExitCode::from(run.outcome.status as u8)
}

/// Reads and compiles a file; on failure says why, and gives the status to exit with.
fn compile(file: &Path, wrong: u8) -> Result<(String, Program), ExitCode> {
    let name = file.display();
    let source = read(file).map_err(|error| {
        let style = AnsiColor::Red.on_default().bold();
        eprint!("{style}error{style:#}: cannot read {name}: {error}\n");
        ExitCode::from(REFUSED)
    })?;
    match rust::compile(&source) {
        Ok(program) => Ok((source, program.named(&name.to_string()))),
        Err(diagnostics) => {
            for diagnostic in &diagnostics {
                show(diagnostic, file, &source);
            }
            Err(ExitCode::from(wrong))
        }
    }
}

/// The command line is the one place that reads a file of the machine for the script.
#[allow(clippy::disallowed_methods)]
fn read(file: &Path) -> std::io::Result<String> {
    if file.as_os_str() == "-" {
        return std::io::read_to_string(std::io::stdin());
    }
    std::fs::read_to_string(file)
}

fn is_terminal() -> bool {
    std::io::IsTerminal::is_terminal(&std::io::stderr())
}

fn show(diagnostic: &Diagnostic, file: &Path, source: &str) {
    let style = match diagnostic.category {
        Category::Wrong | Category::Bug => AnsiColor::Red.on_default().bold(),
        Category::NotSupported | Category::Stopped => AnsiColor::Yellow.on_default().bold(),
    };
    let text = diagnostic.render(&file.display().to_string(), source);
    let (head, rest) = text.split_once(": ").unwrap_or((&text, ""));
    eprint!("{style}{head}{style:#}: {rest}");
}

/// Writes what the program printed. Nobody reading it any more is no failure of the program.
fn write_out(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}
