"""CPython's `with`, natively: prints `name nanoseconds-a-turn` for each, the median of several rounds."""

import statistics
import time

ROUNDS = 9
TURNS = 50_000


class Noted:
    """Records its entry and its exit."""

    def __init__(self, journal):
        self.journal = journal

    def __enter__(self):
        self.journal.append(("acquired", self))
        return self

    def __exit__(self, kind, error, traceback):
        self.journal.append(("released", self))


class Empty:
    """Does nothing."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        pass


def recording():
    journal = []
    for _ in range(TURNS):
        with Noted(journal):
            pass


def empty():
    for _ in range(TURNS):
        with Empty():
            pass


def descend(frames, journal):
    with Noted(journal):
        if frames == 1:
            raise ValueError("the bottom")
        return descend(frames - 1, journal) + 1


def panic():
    for _ in range(TURNS // 500):
        try:
            descend(100, [])
        except ValueError:
            pass


def nanoseconds(body, turns):
    def once():
        began = time.perf_counter_ns()
        body()
        return (time.perf_counter_ns() - began) / turns

    return statistics.median(once() for _ in range(ROUNDS))


print("guard/python", nanoseconds(recording, TURNS))
print("guard/python-empty", nanoseconds(empty, TURNS))
print("panic/python", nanoseconds(panic, TURNS // 500))
