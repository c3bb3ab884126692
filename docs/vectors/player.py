"""Plays vectors to an adapter: python3 player.py [--deadline SECONDS] FILE.jsonl COMMAND [ARGUMENT…]

Prints TAP. Status 0: every reply was right; 1: one was not, or did not come; 2: nobody can tell. docs/vectors.md has the rest.
"""
import json, os, re, select, signal, subprocess, sys, time


class CannotTell(Exception):
    pass


class Adapter:
    def __init__(self, command, deadline):
        self.rest, self.deadline, self.features = b"", deadline, None
        self.child = subprocess.Popen(command, stdin=-1, stdout=-1, bufsize=0, start_new_session=True)

    def hello(self):
        line = self.line(10 * self.deadline)
        try:
            self.features = set(json.loads(line or "")["features"])
        except (ValueError, KeyError, TypeError):
            raise CannotTell("the adapter's first line is no hello: %r" % (line or "nothing came"))

    def line(self, seconds):
        """The next line; "" if the adapter has ended, None if nothing comes in time."""
        until = time.monotonic() + seconds
        while b"\n" not in self.rest:
            if not select.select([self.child.stdout], [], [], max(0, until - time.monotonic()))[0]:
                return None
            more = os.read(self.child.stdout.fileno(), 65536)
            self.rest += more
            if not more:
                return ""
            if len(self.rest) > 65536:
                raise CannotTell("the adapter sent a line of more than 65,536 bytes")
        line, self.rest = self.rest.split(b"\n", 1)
        return line.decode("utf-8", "replace")

    def ask(self, request):
        """What the adapter replies, in the words of a vector: "t1 woken", "main ok true", "ended", "deadlock of main, t1"."""
        try:
            self.child.stdin.write(json.dumps(request).encode() + b"\n")
        except OSError:
            return "nothing, the adapter has ended"
        line = self.line(self.deadline)
        if not line:
            return "nothing in time" if line is None else "nothing, the adapter has ended"
        try:
            it = json.loads(line)
            words = "deadlock of " + ", ".join(sorted(it["deadlock"])) if "deadlock" in it else "ended" if it.get("ended") \
                else it["task"] + " " + it["result"] + (" " + json.dumps(it["value"]) if it.get("value") is not None else "")
        except (ValueError, KeyError, TypeError, AttributeError):
            words = ""
        if not re.fullmatch("[a-z0-9, ]{1,200}", words):
            raise CannotTell("the adapter sent what is no reply: %r" % line[:200])
        return words

    def quits(self):
        try:
            return self.child.communicate(b'{"op":"quit"}\n', self.deadline)[0] == b"" and self.child.returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def end(self):
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except OSError:
            pass
        self.child.wait()


def play(vector, adapter):
    """None if every reply was right; else what was not."""
    came, steps = adapter.ask(vector["begin"]), vector["steps"]
    at, talk = (0, []) if came == "main started" else (None, ["it began with: %s; allowed: main started" % came])
    while at is not None and at != -1 and len(talk) <= len(steps):
        step, who = steps[at], came.split()[0]
        came = adapter.ask(step["ask"])
        talk.append("%s: %s -> %s" % (who, json.dumps(step["ask"], separators=(",", ":")), came))
        at = step["then"].get(came)
        if at is None:
            talk.append("step %d (%s): %s; allowed: %s" % (
                len(talk), " ".join(step["rules"]) or "no rule", came, " | ".join(sorted(step["then"]))))
    return None if at == -1 else "\n".join("# " + line for line in talk[-20:])


def read(file):
    number = 1
    try:
        with open(file, encoding="utf-8") as lines:
            header, vectors = json.loads(next(lines, "")), []
            assert header["fanion_vectors"] == 1, "it is no file of vectors of form 1"
            for number, line in enumerate(lines, 2):
                vectors.append(json.loads(line))
                at = [n for step in vectors[-1]["steps"] for n in step["then"].values()]
                assert at and all(n in range(-1, len(vectors[-1]["steps"])) for n in at), "it leads to a step that is not there"
                assert vectors[-1].keys() >= {"id", "kind", "needs", "begin"}, "a member is missing"
            assert len(vectors) == header["count"], "the header promises %s vectors, and here they end" % header["count"]
            return header, vectors
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError) as e:
        raise CannotTell("%s, line %d: %s; write it anew, with ./fanion vectors" % (file, number, e or type(e).__name__))


def run(file, command, deadline):
    (header, vectors), adapter, counts, silent = read(file), None, {"passed": 0, "failed": 0, "skipped": 0}, 0
    print("TAP version 13")
    try:
        for number, vector in enumerate(vectors, 1):
            if not adapter:
                adapter = Adapter(command, deadline)
                adapter.hello()
            missing = sorted(set(vector["needs"]) - adapter.features)
            wrong = None if missing else play(vector, adapter)
            counts["skipped" if missing else "failed" if wrong else "passed"] += 1
            print("%sok %d - %s %s%s" % ("not " if wrong else "", number, vector["id"], vector["kind"],
                                         " # SKIP needs " + " ".join(missing) if missing else ""))
            if wrong:
                print(wrong)
                adapter = adapter.end()
                silent += "nothing in time" in wrong
                if silent == 3 or counts["failed"] == 20:
                    print("# that is enough: %d vectors were not played" % (len(vectors) - number))
                    break
        if adapter and not counts["failed"] and not adapter.quits():
            raise CannotTell("the adapter did not end as it should when it was asked to quit")
    finally:
        if adapter:
            adapter.end()
    print("1..%d\n# %d passed, %d failed, %d skipped; profile %s, suite %s, requirements %s" % (
        sum(counts.values()), *counts.values(), header["profile"], header["suite"], header["requirements"]))
    return 1 if counts["failed"] else 0 if counts["passed"] else 2


if __name__ == "__main__":
    words, seconds = sys.argv[1:], 5.0
    try:
        if words[:1] == ["--deadline"]:
            seconds, words = float(words[1]), words[2:]
        if len(words) < 2:
            raise CannotTell(__doc__.split("\n")[0])
        sys.exit(run(words[0], words[1:], seconds))
    except (CannotTell, ValueError, IndexError, OSError) as e:
        print("Bail out! %s" % e)
        sys.exit(2)
