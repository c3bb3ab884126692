package dev.fanion.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small specs that a reader can keep in mind, written to a folder of the test. */
final class TinySpec {
  /** Lamps that are switched on and off; there is a variable for every kind of value. */
  static final String LAMPS = """
      EXTENDS Naturals, Sequences
      CONSTANTS Lamps, Most
      VARIABLES lit, history, power, last, uses
      vars == <<lit, history, power, last, uses>>
      Init ==
        /\\ lit = {} /\\ history = <<>> /\\ power = TRUE /\\ last = "none"
        /\\ uses = [l \\in Lamps |-> 0]
      Turn(l, on) ==
        /\\ power /\\ Len(history) < Most /\\ (l \\in lit) # on
        /\\ lit' = IF on THEN lit \\cup {l} ELSE lit \\ {l}
        /\\ history' = Append(history, l)
        /\\ last' = l
        /\\ uses' = [uses EXCEPT ![l] = @ + 1]
        /\\ UNCHANGED power
      Fail == power /\\ power' = FALSE /\\ lit' = {} /\\ UNCHANGED <<history, last, uses>>
      Next == (\\E l \\in Lamps, on \\in BOOLEAN : Turn(l, on)) \\/ Fail
      AreLit(lamps) == lamps \\subseteq lit
      Others(lamp) == Lamps \\ {lamp}
      Longer(n) == Len(history) > n
      Powered == power
      """;

  static final String LAMPS_CONFIG = "INIT Init\nNEXT Next\nCONSTANTS\nLamps = {\"a\", \"b\"}\nMost = 3\n";

  /** A parcel. An observer sees only that it is sent, that it arrives, or that it comes back. */
  static final String PARCEL = """
      VARIABLE at
      Init == at = "home"
      Send == at = "home" /\\ at' = "road"
      Roll == at = "road" /\\ at' \\in {"depot", "ditch"}
      Lift == at = "depot" /\\ at' = "van"
      Rest == at = "van" /\\ at' = "depot"
      Arrive == at = "van" /\\ at' = "door"
      Return == at \\in {"depot", "van"} /\\ at' = "home"
      Next == Send \\/ Roll \\/ Lift \\/ Rest \\/ Arrive \\/ Return
      """;

  static final String PLAIN_CONFIG = "INIT Init\nNEXT Next\n";

  private TinySpec() {}

  static Oracle load(Path folder, String module, String body, String config) {
    try {
      Files.writeString(folder.resolve(module + ".tla"), "---- MODULE " + module + " ----\n" + body + "====\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Oracle.load(folder, module, config);
  }

  static Oracle lamps(Path folder) {
    return load(folder, "Lamps", LAMPS, LAMPS_CONFIG);
  }

  static Oracle parcel(Path folder) {
    return load(folder, "Parcel", PARCEL, PLAIN_CONFIG);
  }

  /** The index of the action with this text. */
  static int action(Oracle oracle, String text) {
    return oracle.actions().stream().filter(action -> action.toString().equals(text)).findFirst().orElseThrow().index();
  }

  /** The only state that follows by these actions. */
  static int after(Oracle oracle, String... actions) {
    int state = oracle.initial()[0];
    for (String action : actions) {
      state = oracle.successors(state, action(oracle, action))[0];
    }
    return state;
  }
}
