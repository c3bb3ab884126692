"""A second driver of the conformance protocol, independent of the suite: written from the protocol's page alone.

    python3 driver.py --steps 20000 --seed 1 --tasks 5 --events 2 --flags 2 -- python3 cpython.py

It sends random legal requests and checks every reply against a small model of its own of the asyncio profile. The model
is a set of candidate states, since two things cannot be seen from outside: when the loop notices a flag, and when a timer
has fired. Exit status: 0 no disagreement, 1 some, 2 the adapter could not be driven.
"""
import argparse
import collections
import json
import os
import random
import select
import signal
import subprocess
import sys
import time

EARLY = 0.001  # seconds by which a coarse clock may fire too early
NEVER = float("inf")


class AdapterError(Exception):
    pass


class Disagreement(Exception):
    pass


class Adapter:
    """The child process, in its own process group, so that everything it started can be ended with it."""

    def __init__(self, command, deadline):
        self.deadline, self.buffer, self.features = deadline, b"", set()
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)

    def hello(self):
        try:
            hello = self.read()
        except Disagreement as silence:
            raise AdapterError("no hello: %s" % silence)
        if hello.get("fanion") != 1:
            raise AdapterError("not version 1 of the protocol: %s" % hello)
        self.features = set(hello.get("features", []))

    def ask(self, request):
        self.send(request)
        return self.read()

    def send(self, request):
        try:
            self.child.stdin.write(json.dumps(request, separators=(",", ":")).encode() + b"\n")
            self.child.stdin.flush()
        except BrokenPipeError:
            raise AdapterError("the adapter ended before %s" % request)

    def read(self):
        until = time.monotonic() + self.deadline
        while b"\n" not in self.buffer:
            if not select.select([self.child.stdout], [], [], max(0.0, until - time.monotonic()))[0]:
                raise Disagreement("no reply within %g s" % self.deadline)
            chunk = os.read(self.child.stdout.fileno(), 65536)
            if not chunk or len(self.buffer) > 65536:
                raise AdapterError("the line is too long" if chunk else "the adapter ended")
            self.buffer += chunk
        line, self.buffer = self.buffer.split(b"\n", 1)
        try:
            reply = json.loads(line.decode())
        except ValueError:
            reply = None
        if self.buffer or len(line) > 65536 or not isinstance(reply, dict) or "error" in reply:
            raise AdapterError("cannot go on after %r %r" % (line[:200], self.buffer[:200]))
        return reply

    def quit(self):
        self.send({"op": "quit"})
        try:
            if self.child.wait(self.deadline) != 0:
                raise AdapterError("quits with status %d" % self.child.returncode)
        except subprocess.TimeoutExpired:
            raise AdapterError("does not quit")

    def kill(self):
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.child.wait()


# A task that does not run: its phase, "ready" or "blocked"; how its operation ends if nothing else happens; the event or
# flag that it waits for, or None; and when its time is up, or None.
Task = collections.namedtuple("Task", "phase result thing due")


class State:
    """One state of the model. The running task is in none of its queues."""

    def __init__(self, events, flags):
        self.ready, self.tasks = (), {}  # the order of turns; name -> Task, not the running one
        self.events, self.waiters = dict.fromkeys(events, False), dict.fromkeys(events, ())  # set?; names in order
        self.flags, self.inside = dict.fromkeys(flags, False), dict.fromkeys(flags)  # signal?; the task inside wait()
        self.arms = ()  # (flag, not before) of the armed interrupts to come

    def copy(self):
        other = State.__new__(State)
        other.__dict__.update((k, v if type(v) is tuple else v.copy()) for k, v in self.__dict__.items())
        return other

    def key(self):
        return tuple(v if type(v) is tuple else tuple(sorted(v.items())) for v in self.__dict__.values())

    def make_ready(self, name, **how):
        self.tasks[name] = self.tasks[name]._replace(phase="ready", **how)
        self.ready += (name,)

    def internal(self, now):
        """The states after what may happen unseen: an armed interrupt comes; the loop notices a flag."""
        for arm in self.arms:
            if arm[1] <= now:
                after = self.copy()
                after.flags[arm[0]] = True
                rest = list(self.arms)
                rest.remove(arm)
                after.arms = tuple(rest)
                yield after
        for flag, name in self.inside.items():
            if name and self.flags[flag] and self.tasks[name].phase == "blocked":
                after = self.copy()
                after.make_ready(name, result="woken")
                yield after

    def request(self, me, request, due):
        """The state after the running task's operation, and its (result, value) unless the operation suspends it."""
        s, op, event, flag = self.copy(), request["op"], request.get("event"), request.get("flag")
        if op == "spawn":
            s.tasks[request["task"]] = Task("ready", "started", None, None)
            s.ready += (request["task"],)
        elif op == "cancel":
            task = s.tasks[request["task"]]
            if task.thing in s.waiters:
                s.waiters[task.thing] = tuple(w for w in s.waiters[task.thing] if w != request["task"])
            if task.phase == "blocked":
                s.make_ready(request["task"], result="cancelled")
            else:
                s.tasks[request["task"]] = task._replace(result="cancelled")
        elif op == "interrupt" and event:
            return s, ("refused", None)
        elif op in ("set", "interrupt") and flag:
            s.flags[flag] = True
        elif op == "set":
            s.events[event], woken, s.waiters[event] = True, s.waiters[event], ()
            for name in woken:
                s.make_ready(name)
        elif op == "clear":
            (s.events if event else s.flags)[event or flag] = False
        elif op == "is_set":
            return s, ("ok", s.events[event])
        elif op == "arm":
            s.arms = tuple(sorted(s.arms + ((flag, due),)))
        elif op == "wait" and event:
            if s.events[event]:
                return s, ("woken", None)
            s.waiters[event] += (me,)
            s.tasks[me] = Task("blocked", "woken", event, due)
            return s, None
        elif op == "wait":
            if s.inside[flag]:
                return s, ("refused", None)
            if s.flags[flag]:
                s.flags[flag] = False
                return s, ("woken", None)
            s.inside[flag] = me
            s.tasks[me] = Task("blocked", "woken", flag, due)
            return s, None
        elif op == "yield":
            s.tasks[me] = Task("ready", "ok", None, None)
            s.ready += (me,)
            return s, None
        elif op == "sleep":
            s.tasks[me] = Task("blocked", "ok", None, due)
            return s, None
        elif op == "exit":
            return s, None
        elif op == "storm":
            s.flags[flag] = False
        return s, ("ok", None)

    def speaks(self, name, result, now):
        """The state in which `name` runs after this reply, or None. A task whose time is up has no fixed place."""
        task = self.tasks.get(name)
        if task is None:
            return None
        up = {n for n, t in self.tasks.items() if t.due is not None and t.due <= now}
        others = [n for n in self.ready if n not in up]
        in_turn = task.phase == "ready" and (name in up or others[0] == name) and result == task.result
        times_out = name in up and task.result != "cancelled" and result == ("timeout" if task.thing else "ok")
        if not in_turn and not times_out:
            return None
        s = self.copy()
        del s.tasks[name]
        s.ready = tuple(n for n in s.ready if n != name)
        if task.thing in s.waiters:
            s.waiters[task.thing] = tuple(n for n in s.waiters[task.thing] if n != name)
        if task.thing in s.inside:
            s.inside[task.thing] = None
            s.flags[task.thing] = s.flags[task.thing] and result != "woken"
        return s

    def owed(self):
        """Whether some task will reply without another request."""
        return (bool(self.ready) or any(t.due is not None for t in self.tasks.values())
                or any(name and (self.flags[f] or any(a[0] == f for a in self.arms)) for f, name in self.inside.items()))

    def dead(self):
        return not self.owed() and not self.arms and not any(self.inside.values())


def closure(states, now):
    found, todo = {}, list(states)
    while todo:
        state = todo.pop()
        if found.setdefault(state.key(), state) is state:
            todo.extend(state.internal(now))
    return list(found.values())


class Scenario:
    """One conversation: chooses legal requests, keeps the candidates, checks the replies."""

    def __init__(self, adapter, options, chance, counts, log):
        self.adapter, self.chance, self.counts, self.log = adapter, chance, counts, log
        has = adapter.features
        self.events = ["e%d" % i for i in range(1, options.events + 1)] if "event" in has else []
        self.flags = ["f%d" % i for i in range(1, options.flags + 1)] if "flag" in has else []
        self.names = ["main"] + ["t%d" % i for i in range(1, options.tasks)]
        self.weights = {"spawn": 12, "yield": 14, "exit": 3}
        for needed, weights in ((self.events or self.flags, {"wait": 30, "set": 14, "clear": 8}),
                                (self.events, {"is_set": 4}), ("cancel" in has, {"cancel": 8}),
                                ("timeout" in has, {"sleep": .7, "hog": .5, "limited": 1.5}),
                                ("interrupt" in has and self.flags, {"interrupt": 8}),
                                ("arm" in has and self.flags, {"arm": 1}),
                                ("guard" in has and self.events, {"guard": 2}),
                                ("storm" in has and self.flags, {"storm": .3})):
            self.weights.update(weights if needed else {})
        self.me, self.last, self.touched, self.yields = "main", {}, set(), {}
        self.states = [State(self.events, self.flags)]

    def run(self, steps):
        """Makes at most `steps` random requests, and then those that lead to `end`."""
        begin = {"op": "begin", "events": self.events, "flags": self.flags, "tasks": self.names}
        if self.ask(begin) != {"task": "main", "result": "started"}:
            raise Disagreement("main should have started")
        over = False
        while not over:
            request = None if len(self.log) <= steps else self.towards_end()
            while request is None:
                request = self.legal(self.propose())
            over = self.step(request)

    def ask(self, request):
        self.log.append([request, None])
        self.log[-1][1] = reply = self.adapter.ask(request)
        if reply.get("task", "main") not in self.names:
            raise AdapterError("names an unknown task: %s" % reply)
        return {k: v for k, v in reply.items() if k in ("task", "result", "value", "ended", "deadlock")}

    def propose(self):
        pick = self.chance.choice
        op = self.chance.choices(list(self.weights), self.weights.values())[0]
        if op in ("spawn", "cancel"):
            others = [n for n in self.names[1:] if n != self.me]
            return {"op": op, "task": pick(others)} if others else {"op": "yield"}
        if op in ("sleep", "hog"):
            return {"op": op, "ms": self.chance.randint(1, 3)}
        if op in ("interrupt", "arm", "storm"):
            request = {"op": op, "flag": pick(self.flags)}
            request.update({"delay_ms": self.chance.randint(1, 4)} if op == "arm" else {})
            request.update({"setters": pick([1, 2, 3]), "sets": 500} if op == "storm" else {})
            return request
        if op in ("guard", "is_set"):
            return {"op": "interrupt" if op == "guard" else op, "event": pick(self.events)}
        if op in ("yield", "exit"):
            return {"op": op}
        thing = pick(self.events + self.flags)
        request = {"op": "wait" if op == "limited" else op, "event" if thing in self.events else "flag": thing}
        return dict(request, timeout_ms=self.chance.randint(1, 4)) if op == "limited" else request

    def legal(self, request):
        """The request, if the protocol allows it in every candidate state and after every unseen step; else None."""
        op, states, tasks = request["op"], closure(self.states, NEVER), self.states[0].tasks
        allowed = True
        if op == "spawn":
            allowed = request["task"] not in tasks
        elif op == "cancel":
            allowed = request["task"] in tasks and tasks[request["task"]].result != "started"
        elif op == "storm":
            allowed = self.me == "main" and not tasks and not any(s.arms for s in self.states)
        elif op == "exit" and self.me == "main":
            allowed = self.chance.random() < .2
        elif op == "wait" and any(s.inside.get(request.get("flag")) for s in states):
            allowed = request["flag"] not in self.touched
        elif op in ("wait", "exit"):
            after = [s.request(self.me, request, NEVER if "timeout_ms" in request else None) for s in states]
            blocked = closure([s for s, answer in after if answer is None], NEVER)
            allowed = all(s.owed() for s in blocked) or (
                "deadlock" in self.adapter.features and all(s.dead() for s in blocked)
                and all(answer is None for _, answer in after) and self.chance.random() < .05)
        return request if allowed else None

    def towards_end(self):
        if self.me == "main":
            return {"op": "end"}
        for s in self.states:
            main = s.tasks["main"]
            if main.phase == "blocked" and main.thing in self.events:
                return {"op": "set", "event": main.thing}
            if main.phase == "blocked" and main.thing in self.flags and not s.flags[main.thing]:
                return {"op": "set", "flag": main.thing}
        return {"op": "yield"}

    def step(self, request):
        """Sends one request and checks its reply. Returns whether the scenario is over."""
        op, me, sent = request["op"], self.me, time.monotonic()
        duration = request.get("timeout_ms", request.get("ms", request.get("delay_ms")))
        due = None if duration is None else sent + duration / 1000 - EARLY
        reply = self.ask(request)
        now = time.monotonic()
        self.last[me] = op + ("!" if "timeout_ms" in request else "")
        if op == "end" or op == "exit" and me == "main":
            if reply != {"ended": True}:
                raise Disagreement("the run should have ended")
            self.counts[op + " ended"] += 1
            return True
        before = closure(self.states, now)
        after = [s.request(me, request, due) for s in before]
        if "deadlock" in reply:
            blocked = [s for s, answer in after if answer is None and s.dead()]
            if not blocked or sorted(reply["deadlock"]) != sorted(blocked[0].tasks):
                raise Disagreement("that deadlock was not to be reported")
            self.counts["deadlock reported"] += 1
            return True
        name, result = reply.get("task"), reply.get("result")
        value = reply.get("value") if op in ("is_set", "storm") else None
        if op == "storm" and isinstance(value, int) and 1 <= value <= request["setters"] * request["sets"] + 1:
            value = None
        at_once = [s for s, answer in after if answer == (result, value)] if name == me else []
        later = closure([s for s, answer in after if answer is None], now)
        self.states = at_once + [s for s in (s.speaks(name, result, now) for s in later) if s]
        if not self.states:
            raise Disagreement("no state of the model explains the last reply")
        if op == "hog" and now < due:
            raise Disagreement("the hog ended too early")
        self.states = list({s.key(): s for s in self.states}.values())
        self.counts["%s %s" % (self.last.get(name, "spawned"), result)] += 1
        self.account(request, me, name, result)
        self.me = name
        return False

    def account(self, request, me, name, result):
        """Notes what the rules on second waits and on the third yield need."""
        op, flag = request["op"], request.get("flag")
        state = self.states[0]
        if op in ("set", "interrupt", "arm") and flag:
            self.touched.add(flag)
            waiter = state.inside[flag]
            if op != "arm" and waiter and state.tasks[waiter].due is None:
                self.yields.setdefault((flag, me, waiter), 0)
        if op == "wait" and flag and "timeout_ms" in request:
            self.touched.add(flag)
        if op == "cancel":
            self.touched.update(f for f in self.flags if state.inside[f] == request["task"])
        if op == "clear" and flag:
            self.yields = {k: n for k, n in self.yields.items() if k[0] != flag}
        for f in self.flags:
            if all(s.inside[f] is None and not any(a[0] == f for a in s.arms) for s in self.states):
                self.touched.discard(f)
        self.yields = {k: n for k, n in self.yields.items() if k[2] != name and (op != "exit" or k[1] != me)}
        if self.last.get(name) == "yield" and result == "ok":
            for key in [k for k in self.yields if k[1] == name]:
                self.yields[key] += 1
                if self.yields[key] == 3:
                    raise Disagreement("%s did not wake %s by the third yield of %s" % (key[0], key[2], name))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    defaults = {"steps": 20000, "seed": 1, "tasks": 5, "events": 2, "flags": 2, "stop-after": 3}
    for option, default in defaults.items():
        parser.add_argument("--" + option, type=int, default=default)
    parser.add_argument("--deadline", type=float, default=10)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    chance, counts, start = random.Random(options.seed), collections.Counter(), time.monotonic()
    steps = scenarios = disagreements = 0
    adapter = None
    try:
        while steps < options.steps and disagreements < options.stop_after:
            log = []
            try:
                if adapter is None:
                    adapter = Adapter(options.command, options.deadline)
                    adapter.hello()
                Scenario(adapter, options, chance, counts, log).run(chance.randint(5, 80))
            except Disagreement as why:
                disagreements += 1
                print("Disagreement in scenario %d: %s" % (scenarios + 1, why))
                for request, reply in log:
                    print("  -> %s\n  <- %s" % (json.dumps(request), json.dumps(reply) if reply else "(nothing)"))
                adapter = adapter.kill()
            steps, scenarios = steps + len(log), scenarios + 1
        if adapter:
            adapter.quit()
    except AdapterError as why:
        print("Adapter error in scenario %d: %s" % (scenarios + 1, why))
        return 2
    finally:
        if adapter:
            adapter.kill()
    print("%d steps in %d scenarios, seed %d, %d steps/s: %s; %d disagreements" % (
        steps, scenarios, options.seed, steps / (time.monotonic() - start),
        ", ".join("%s %d" % pair for pair in sorted(counts.items())), disagreements))
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
