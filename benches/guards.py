"""CPython's `with`: for each line it reads it does a round of everything, prints `name nanoseconds` for
each, and then an empty line. Arguments choose groups (`guard`). A page imports it for `BENCHES`."""

import sys
import time

ROUND_NS = 60_000_000
# A journal is kept for the length of a run; see `RUN` in files.rs.
RUN = 1_000
# As many as in scripts.rs.
FRAMES_OF_A_SCRIPT = 50


class Event:
    """Records its entry and its exit, each as a pair."""

    def __init__(self, journal):
        self.journal = journal

    def __enter__(self):
        self.journal.append(("acquired", self))
        return self

    def __exit__(self, kind, error, traceback):
        self.journal.append(("released", self))


class Noted:
    """Appends a number on entry and on exit: the least a context manager can note."""

    def __init__(self, journal, turn):
        self.journal = journal
        self.turn = turn

    def __enter__(self):
        self.journal.append(self.turn)
        return self

    def __exit__(self, kind, error, traceback):
        self.journal.append(-self.turn)


class Empty:
    """Does nothing."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        pass


def in_runs(turns, run):
    for start in range(0, turns, RUN):
        run(min(turns - start, RUN), [])


def event(turns):
    def run(turns, journal):
        for _ in range(turns):
            with Event(journal):
                pass

    in_runs(turns, run)


def noted(turns):
    def run(turns, journal):
        for turn in range(turns):
            with Noted(journal, turn):
                pass

    in_runs(turns, run)


def empty(turns):
    for _ in range(turns):
        with Empty():
            pass


def scope(turns):
    for _ in range(turns):
        pass


def descend(frames, journal):
    with Event(journal):
        if frames == 1:
            raise ValueError("the bottom")
        return descend(frames - 1, journal) + 1


def unwind(frames):
    def run(turns):
        for _ in range(turns):
            try:
                descend(frames, [])
            except ValueError:
                pass

    return run


BENCHES = {
    "guard/python": event,
    "guard/python-empty": empty,
    "panic/python": unwind(100),
    "script/python-scope": scope,
    "script/python-guard": event,
    "script/python-noted": noted,
    "script/python-unwind": unwind(FRAMES_OF_A_SCRIPT),
}


def nanoseconds(bench, turns):
    began = time.perf_counter_ns()
    bench(turns)
    return time.perf_counter_ns() - began


def turns_for_a_round(bench):
    """A single slow moment does not pass for a long turn."""
    turns = 1
    while nanoseconds(bench, turns) < ROUND_NS or nanoseconds(bench, turns) < ROUND_NS:
        turns *= 2
    return turns


def main(groups):
    chosen = {name: bench for name, bench in BENCHES.items() if not groups or name.startswith(groups)}
    turns = {name: turns_for_a_round(bench) for name, bench in chosen.items()}
    print(flush=True)
    for _ in sys.stdin:
        for name, bench in chosen.items():
            print(name, nanoseconds(bench, turns[name]) / turns[name])
        print(flush=True)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
