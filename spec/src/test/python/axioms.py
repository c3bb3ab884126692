"""Which outcomes C++20 allows of a program that has no loops and no branches: all its executions are tried by the axioms.

The axioms are those of the standard with P0668 and P0982, and the words are the standard's. They were written apart from the
machine in spec/tla/memory/C11.tla, which is compared with them.

Of the executions only those count whose steps can be put in an order in which each read comes after what it reads, since the
machine has no others. Without seq_cst accesses that order has to agree with S, the order of the seq_cst fences, too. With them
it need not: the machine is then allowed to be stronger.
"""
from functools import reduce
from itertools import permutations, product
from operator import or_

ACQUIRES = {"acquire", "acq_rel", "seq_cst"}
RELEASES = {"release", "acq_rel", "seq_cst"}
LOCATIONS = "xy"
BEFORE_ALL = -1  # the thread of the writes of 0


class Event:
    """A step of a thread: it reads ("R"), writes ("W"), exchanges ("X") or is a fence ("F")."""

    def __init__(self, thread, place, kind, at, order, value):
        self.thread, self.place, self.at, self.order, self.value = thread, place, at, order, value
        self.reads, self.writes, self.is_fence = kind in "RX", kind in "WX", kind == "F"
        self.is_seq_cst = order == "seq_cst"


# A relation is a list that has a number for each event. Its bit b is 1 if the event stands in the relation to event b.

def relation(size, pairs):
    rows = [0] * size
    for a, b in pairs:
        rows[a] |= 1 << b
    return rows


def union(*relations):
    return [reduce(or_, rows) for rows in zip(*relations)]


def closure(rows):
    rows = list(rows)
    for middle in range(len(rows)):
        for a in range(len(rows)):
            if rows[a] >> middle & 1:
                rows[a] |= rows[middle]
    return rows


def joined(first, second):
    """One step in the first relation, and then one in the second."""
    return [reduce(or_, (after for b, after in enumerate(second) if row >> b & 1), 0) for row in first]


def has_loop(rows):
    return any(row >> a & 1 for a, row in enumerate(rows))


def has_circle(rows):
    return has_loop(closure(rows))


class Program:
    """The events of a program, after a write of 0 to each location that it uses; and which is sequenced before which."""

    def __init__(self, threads):
        self.threads = threads
        used = [at for at in LOCATIONS if any(step[1] == at for thread in threads for step in thread)]
        self.events = [Event(BEFORE_ALL, 0, "W", at, "relaxed", 0) for at in used]
        for thread, steps in enumerate(threads):
            self.events += [Event(thread, place, *step) for place, step in enumerate(steps)]
        self.all = range(len(self.events))
        self.reads = [a for a in self.all if self.events[a].reads]
        self.writes = {at: [a for a in self.all if self.events[a].writes and self.events[a].at == at] for at in used}
        self.seq_cst = [a for a in self.all if self.events[a].is_seq_cst]
        self.sequenced = relation(len(self.all), [(a, b) for a in self.all for b in self.all if self.is_sequenced(a, b)])

    def is_sequenced(self, a, b):
        first, second = self.events[a], self.events[b]
        if first.thread == BEFORE_ALL:
            return second.thread != BEFORE_ALL
        return first.thread == second.thread and first.place < second.place

    def executions(self):
        """Each way to say what each read reads, and in which order the writes of each location are."""
        for written in product(*[[w for w in self.writes[self.events[r].at] if w != r] for r in self.reads]):
            source = dict(zip(self.reads, written))
            if has_circle(union(self.sequenced, relation(len(self.all), [(w, r) for r, w in source.items()]))):
                continue
            for orders in product(*[permutations(writes[1:]) for writes in self.writes.values()]):
                order = {at: (writes[0],) + rest for (at, writes), rest in zip(self.writes.items(), orders)}
                yield Execution(self, source, order)


class Execution:
    """A candidate: source says for each read which write it reads, order is the modification order of each location."""

    def __init__(self, program, source, order):
        self.program, self.events, self.source, self.order = program, program.events, source, order
        self.position = {w: i for writes in order.values() for i, w in enumerate(writes)}

    def relation(self, pairs):
        return relation(len(self.events), pairs)

    def outcome(self):
        """What was read, thread by thread, and what was written to each location, in its order."""
        written = [[self.events[w].value for w in self.order.get(at, ())[1:]] for at in LOCATIONS]
        return " ".join("".join(map(str, v)) for v in [[self.events[self.source[r]].value for r in self.program.reads]] + written)

    def is_consistent(self):
        if not self.exchanges_are_atomic():
            return False
        reads_from = self.relation((w, r) for r, w in self.source.items())
        happens_before = closure(union(self.program.sequenced, self.relation(self.synchronizations())))
        coherence = closure(union(reads_from, self.relation(self.modifications()), self.relation(self.overtakings())))
        if has_loop(happens_before) or has_loop(coherence) or has_loop(joined(happens_before, coherence)):
            return False  # [intro.races]: what happens before contradicts what is read or in which order it is written
        agreed = self.relation(self.agreements(happens_before, coherence))
        if has_seq_cst_accesses(self.program.threads):
            return not has_circle(agreed)
        return not has_circle(union(agreed, self.program.sequenced, reads_from))

    def exchanges_are_atomic(self):
        """[atomics.order]: an exchange comes right after what it reads."""
        return all(self.position[r] == self.position[w] + 1 for r, w in self.source.items() if self.events[r].writes)

    def modifications(self):
        return ((a, b) for writes in self.order.values() for i, a in enumerate(writes) for b in writes[i + 1:])

    def overtakings(self):
        """Pairs of a read and a write that comes after what the read reads."""
        for read, write in self.source.items():
            for later in self.order[self.events[read].at][self.position[write] + 1:]:
                if later != read:
                    yield read, later

    def release_sequences_with(self, write):
        """The heads of the release sequences that have this write: itself, and as long as it is an exchange, what that read."""
        while True:
            yield write
            if not self.events[write].reads:
                return
            write = self.source[write]

    def fences(self, orders):
        return (f for f in self.program.all if self.events[f].is_fence and self.events[f].order in orders)

    def synchronizations(self):
        """[intro.races], [atomics.fences]: what releases, and what acquires it."""
        sequenced = self.program.sequenced
        for read, write in self.source.items():
            heads = [h for h in self.release_sequences_with(write) if self.events[h].thread != BEFORE_ALL]
            releasing = [h for h in heads if self.events[h].order in RELEASES]
            releasing += [f for f in self.fences(RELEASES) for h in heads if sequenced[f] >> h & 1]
            acquiring = [read] if self.events[read].order in ACQUIRES else []
            acquiring += [f for f in self.fences(ACQUIRES) if sequenced[read] >> f & 1]
            yield from product(releasing, acquiring)

    def agreements(self, happens_before, coherence):
        """[atomics.order]: pairs that S, the order of the seq_cst operations, has to keep."""
        seq_cst = self.program.seq_cst
        strongly = closure(union(self.program.sequenced, self.relation(self.agreed_synchronizations()),
                                 joined(joined(self.program.sequenced, happens_before), self.program.sequenced)))
        yield from ((a, b) for a in seq_cst for b in seq_cst if strongly[a] >> b & 1)
        for a in self.program.all:
            before = [x for x in seq_cst if x == a or self.events[x].is_fence and happens_before[x] >> a & 1]
            for b in self.program.all if before else ():
                if coherence[a] >> b & 1:
                    after = [y for y in seq_cst if y == b or self.events[y].is_fence and happens_before[b] >> y & 1]
                    yield from product(before, after)

    def agreed_synchronizations(self):
        """[intro.races]: of the synchronizations only those of two seq_cst accesses are part of strongly happens before."""
        accesses = {a for a in self.program.seq_cst if not self.events[a].is_fence}
        return ((a, b) for a, b in self.synchronizations() if a in accesses and b in accesses)


def outcomes(threads):
    """The outcomes of a program. It is a list of threads, and each of these a list of steps (kind, at, order, value)."""
    return {execution.outcome() for execution in Program(threads).executions() if execution.is_consistent()}


def has_seq_cst_accesses(threads):
    return any(kind != "F" and order == "seq_cst" for thread in threads for kind, _, order, _ in thread)
