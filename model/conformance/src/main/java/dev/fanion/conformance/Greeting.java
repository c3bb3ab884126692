package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Harmless;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;

/**
 * The hello of a process that has just started.
 *
 * @param command that starts it
 * @param deadline for each reply, in nanoseconds
 */
record Greeting(List<String> command, long deadline) {
  private static final int TO_START = 2; // deadlines: the machine may have other work when the process loads its runtime
  private static final int TO_START_AGAIN = 6;

  /** The hello of the first process. */
  Hello of(ChildProcess fresh) throws AdapterFailure {
    return within(TO_START, fresh);
  }

  /** Starts another process than the first one. That it is slow to start, or does not, says nothing of the runtime. */
  ChildProcess another() throws AdapterFailure {
    try {
      return started(TO_START);
    } catch (AdapterFailure first) {
      try {
        return started(TO_START_AGAIN);
      } catch (AdapterFailure second) {
        throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "in the middle of the run, " + second.getMessage());
      }
    }
  }

  private ChildProcess started(int deadlines) throws AdapterFailure {
    ChildProcess fresh = new ChildProcess(command);
    try {
      within(deadlines, fresh);
      return fresh;
    } catch (AdapterFailure e) {
      fresh.end();
      throw e;
    }
  }

  private Hello within(int deadlines, ChildProcess fresh) throws AdapterFailure {
    String line;
    try {
      line = fresh.read(deadlines * deadline);
    } catch (AdapterFailure e) {
      throw new AdapterFailure(e.kind(), "the adapter " + named() + " did not say hello: " + e.getMessage());
    }
    try {
      return Wire.hello(Wire.parse(line));
    } catch (Wire.MalformedLine e) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "the hello of the adapter " + named() + " is wrong: "
          + e.getMessage() + ": " + Harmless.beginning(line) + fresh.errorOutput());
    }
  }

  private String named() {
    return Harmless.line(String.join(" ", command));
  }
}
