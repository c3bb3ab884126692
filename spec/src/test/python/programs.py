"""Writes a TLA+ module of small programs, each with the outcomes that the axioms of C++20 allow it.

    python3 programs.py directed                        the module DirectedPrograms of spec/tla/memory
    python3 programs.py random --count 200 --seed 1     others, for the same comparison

A program is written as its threads: "W x rlx, W y rel | R y acq, F sc, R x rlx" are two. W writes, R reads, X exchanges, F is a
fence. What is written are the numbers 1, 2, 3, … in the order of the text.
"""
import argparse
import random
import textwrap

import axioms

ORDERS = {"rlx": "relaxed", "acq": "acquire", "rel": "release", "acqrel": "acq_rel", "sc": "seq_cst"}
SHORT = {order: short for short, order in ORDERS.items()}
WIDTH = 128

DIRECTED = {
    "MessagePassing": ("What a release publishes, an acquiring read knows.",
                       "W x rlx, W y rel | R y acq, R x rlx"),
    "ReleaseFence": ("A release fence releases.",
                     "W x rlx, F rel, W y rlx | R y acq, R x rlx"),
    "AcquireFence": ("An acquire fence acquires.",
                     "W x rlx, W y rel | R y rlx, F acq, R x rlx"),
    "AcqRelFenceReleases": ("So does an acq_rel fence release,",
                            "W x rlx, F acqrel, W y rlx | R y acq, R x rlx"),
    "AcqRelFenceAcquires": ("and acquire.",
                            "W x rlx, W y rel | R y rlx, F acqrel, R x rlx"),
    "SeqCstFenceReleases": ("So does a seq_cst fence release,",
                            "W x rlx, F sc, W y rlx | R y acq, R x rlx"),
    "SeqCstFenceAcquires": ("and acquire.",
                            "W x rlx, W y rel | R y rlx, F sc, R x rlx"),
    "AcquireFenceReleasesNothing": ("An acquire fence does not release,",
                                    "W x rlx, F acq, W y rlx | R y acq, R x rlx"),
    "ReleaseFenceAcquiresNothing": ("and a release fence does not acquire.",
                                    "W x rlx, W y rel | R y rlx, F rel, R x rlx"),
    "ReleaseFencePublishesWhatCameBefore": ("A release fence does not publish what comes after it.",
                                            "W y rlx, F rel, W x rlx, W y rlx | R y acq, R x rlx"),
    "AcquireFenceTakesWhatCameBefore": ("An acquire fence does not take over what is read after it.",
                                        "W x rlx, W y rel | R y rlx, F acq, R y rlx, R x rlx"),
    "ReadIsNotPublished": ("What was read and not acquired is not published,",
                           "W x rlx, W y rel | R y rlx, W y rel | R y acq, R x rlx"),
    "ReadIsPublishedByAFence": ("but after an acq_rel fence it is.",
                                "W x rlx, W y rel | R y rlx, F acqrel, W y rlx | R y acq, R x rlx"),
    "AcquireFenceKeepsOwnWrites": ("A thread that executes an acquire fence still knows its own writes.",
                                   "W x rlx, F acq, R x rlx | W x rlx"),
    "AcquireFenceKeepsTheAgreement": ("It also knows still what a seq_cst fence told it.",
                                      "W x rlx, F sc, F acq, R y rlx | W y rlx, F sc, R x rlx"),
    "ReleaseExchange": ("An exchange releases if its order says so,",
                        "W x rlx, X y rel | R y acq, R x rlx"),
    "AcqRelExchangeReleases": ("also if that is acq_rel,",
                               "W x rlx, X y acqrel | R y acq, R x rlx"),
    "AcquireExchangeReleasesNothing": ("but not if it is acquire.",
                                       "W x rlx, X y acq | R y acq, R x rlx"),
    "AcquireExchange": ("An exchange acquires if its order says so,",
                        "W x rlx, W y rel | X y acq, R x rlx"),
    "AcqRelExchangeAcquires": ("also if that is acq_rel,",
                               "W x rlx, W y rel | X y acqrel, R x rlx"),
    "ReleaseExchangeAcquiresNothing": ("but not if it is release;",
                                       "W x rlx, W y rel | X y rel, R x rlx"),
    "ExchangeThenFence": ("and an acquire fence after it acquires what it read.",
                          "W x rlx, W y rel | X y rlx, F acq, R x rlx"),
    "ExchangesHandOn": ("Exchanges of other threads go on with a release sequence,",
                        "W x rlx, W y rel | X y rlx | X y rlx | R y acq, R x rlx"),
    "ReleaseExchangeHandsOn": ("also those that release,",
                               "W x rlx, W y rel | X y rel | R y acq, R x rlx"),
    "WriteHandsNothingOn": ("and writes of the same thread do not.",
                            "W x rlx, W y rel, W y rlx | R y acq, R x rlx"),
    "FencesSeeOneAnother": ("Of two threads that write, execute a seq_cst fence and read, one sees the other,",
                            "W x rlx, F sc, R y rlx | W y rlx, F sc, R x rlx"),
    "FencesRememberWhatWasAgreed": ("also if a third has executed a fence between.",
                                    "W x rlx, F sc, R y rlx | W y rlx, F sc, R x rlx | F sc"),
    "AcqRelFencesMissOneAnother": ("With acq_rel fences both may see nothing.",
                                   "W x rlx, F acqrel, R y rlx | W y rlx, F acqrel, R x rlx"),
    "ReadersAgree": ("With seq_cst fences all see the writes of two threads in one order.",
                     "W x rlx | W y rlx | R x rlx, F sc, R y rlx | R y rlx, F sc, R x rlx"),
    "PublishedWhileOvertaken": ("A write that is put before another one changes nothing of what is published with that,",
                                "W x rlx, W y rel | W x rlx | R y acq, R x rlx"),
    "FencedWhileOvertaken": ("nor with a fence after it,",
                             "W x rlx, F rel, W y rlx | W x rlx | R y acq, R x rlx"),
    "HeardWhileOvertaken": ("nor of what an acquire fence takes over,",
                            "W x rlx, W y rel | R y rlx, F acq, R x rlx | W x rlx"),
    "AgreedWhileOvertaken": ("nor of what seq_cst fences agree on.",
                             "W x rlx, F sc, R y rlx | W y rlx, F sc, R x rlx | W x rlx"),
    "SeqCstAccesses": ("Of two threads that write and read, all seq_cst, one sees the other.",
                       "W x sc, R y sc | W y sc, R x sc"),
    "SeqCstExchanges": ("So with exchanges, and a fence on one side.",
                        "X x sc, R y sc | W y rlx, F sc, X x rlx"),
}

# In a shape w is a write or an exchange, r a read or an exchange, f a fence or nothing; every order is drawn.
SHAPES = [
    *["W x, f, w y | r y, f, R x"] * 4,
    "W x, F, W x, W y | R y, f, R x",
    "W x, f, W y, W y | R y, f, R x",
    "W x, f, w y | X y | R y, f, R x",
    "W x, f, W y | X y | X y | R y, f, R x",
    "W x, f, W y | R y, f, w y | R y, f, R x",
    "W x, f, W y | W x | R y, f, R x",
    "w x, f, r y | w y, f, r x",
    "X x, f, R y | W y, f, X x",
    "W x, F, f, R y | W y, F, R x",
    "W x, f, R y | W y, f, R x | F",
    "W x | W y | R x, f, R y | R y, f, R x",
    "W x | R x, f, R y | W y, f, R x",
    "W x | R x, f, W y | R y, f, R x",
    "W x, f, W y | W y, f, W x",
    "W x, f, W y | R y, f, W x",
    "W x, f, W y | W y, f, R x",
    "W x, f, W y | X y, f, R y | W y, f, R x",
]
DRAWN = {"R": ["relaxed", "acquire"], "W": ["relaxed", "release"], "X": ["relaxed", "acquire", "release", "acq_rel"],
         "F": ["acquire", "release", "acq_rel", "seq_cst"]}


def threads(text, step):
    """The threads of a text, each step made by a function of its words and of the number that it may write."""
    number, made = 0, []
    for thread in text.split(" | "):
        steps = []
        for words in thread.split(", "):
            done = step(*words.split())
            if done:
                kind, at, order = done
                number += kind in "WX"
                steps.append((kind, at, order, number if kind in "WX" else 0))
        made.append(steps)
    return made


def directed(text):
    return threads(text, lambda kind, *rest: (kind, rest[0] if len(rest) == 2 else "", ORDERS[rest[-1]]))


def drawn(draw, with_seq_cst):
    def step(kind, at=""):
        if kind == "f" and draw.random() < 0.5:
            return None
        if kind in "wr" and draw.random() < 0.25:
            kind = "X"
        kind = kind.upper()
        return kind, at, draw.choice(DRAWN[kind] + (["seq_cst"] * 2 if with_seq_cst and kind != "F" else []))
    return threads(draw.choice(SHAPES), step)


def several(count, seed):
    """Programs, no two the same, every other one with seq_cst accesses."""
    draw, found = random.Random(seed), []
    while len(found) < count:
        program = drawn(draw, len(found) % 2 == 1)
        if program not in found:
            found.append(program)
    return found


def in_tla(program, is_exact):
    """The program as a value of TLA+, with its outcomes."""
    def said(kind, at, order, value):
        return "%s(%s)" % (kind, ",~".join(['"%s"' % at] * (at != "") + [SHORT[order]] + [str(value)] * (value > 0)))
    code = "<<%s>>" % ", ".join("<<%s>>" % ", ".join(said(*step) for step in thread) for thread in program)
    allowed = ", ".join('"%s"' % outcome.replace(" ", "~") for outcome in sorted(axioms.outcomes(program)))
    lines = wrapped("Program(%s, %s," % ("TRUE" if is_exact else "FALSE", code), 2) + wrapped("{%s})" % allowed, 4)
    return "\n".join(lines)


def wrapped(text, indent):
    lines = textwrap.wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 1),
                          break_long_words=False, break_on_hyphens=False)
    return [line.replace("~", " ") for line in lines]


def module(name, header, lines):
    """A module with a header of these lines in a box."""
    print((" MODULE %s " % name).center(78, "-"))
    print("(%s)" % ("*" * 76))
    for line in header:
        print("(* %-72s *)" % line)
    print("(%s)" % ("*" * 76))
    print("EXTENDS Agreement\n")
    for line in lines:
        print(line)
    print("=" * 78)


def directed_module():
    lines = []
    for name, (why, text) in DIRECTED.items():
        lines += ["\\* " + why, "%s == {" % name, in_tla(directed(text), True) + "}"]
    names = "\n".join(wrapped(" ".join("\\cup~" + name for name in DIRECTED), 2)).replace("\\cup ", "", 1)
    module("DirectedPrograms", [
        "Programs that each show one thing about the orders of C11, with the",
        "outcomes that the axioms of C++20 allow.  It is not written by hand: a",
        "test compares it with what spec/src/test/python/programs.py writes.",
        "Left out: what Agreement leaves out.",
    ], lines + ["", "Directed ==", names])


def random_module(count, seed):
    programs = several(count, seed)
    written = [in_tla(program, not axioms.has_seq_cst_accesses(program)) for program in programs]
    states = sum(1 + sum(map(len, program)) for program in programs)
    module("RandomPrograms", ["%d programs, %d states" % (count, states)], ["Drawn == {", ",\n".join(written), "}"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=["directed", "random"])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.kind == "directed":
        directed_module()
    else:
        random_module(options.count, options.seed)


if __name__ == "__main__":
    main()
