package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Result;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was seen of each operation in a smoke test: a row with its replies, those that came and those that it can have. */
final class SmokeTable {
  private static final String BEGIN = "begin";
  private static final String REPORT = "deadlock";

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** What was seen of one operation. */
  private static final class Row {
    final String legal;
    final Set<String> came = new LinkedHashSet<>();
    final List<Set<String>> needs = new ArrayList<>();
    boolean wrong;

    Row(String legal) {
      this.legal = legal;
    }
  }

  /** A table of nothing yet. */
  SmokeTable(List<SmokeScript> scripts) {
    rows.put(BEGIN, new Row(Result.STARTED.wire()));
    for (SmokeScript script : scripts) {
      script.operations().forEach((name, legal) ->
          rows.computeIfAbsent(name, n -> new Row(legal)).needs.add(script.experiment().needs()));
      if (script.experiment().needs().contains(REPORT)) {
        rows.computeIfAbsent(REPORT, n -> new Row("deadlock of all live tasks")).needs.add(script.experiment().needs());
      }
    }
    rows.put("quit", new Row("status 0"));
  }

  /** Takes note of a conversation, and of what is wrong at its end. */
  void add(List<Exchange> exchanges, @Nullable SmokeTrouble trouble) {
    boolean begun = trouble == null || !exchanges.isEmpty();
    if (begun) {
      row(BEGIN).came.add(Result.STARTED.wire());
    }
    Map<String, String> pending = new LinkedHashMap<>();
    int right = exchanges.size() - (trouble == null ? 0 : 1);
    for (int i = 0; i < right; i++) {
      Exchange exchange = exchanges.get(i);
      String name = SmokeScript.name(exchange.task(), exchange.request());
      pending.put(exchange.task(), name);
      if (name.equals("exit")) {
        row(name).came.add("nothing");
      }
      came(exchange, pending);
    }
    if (trouble != null) {
      row(trouble.operation()).wrong = true;
    }
  }

  private void came(Exchange exchange, Map<String, String> pending) {
    Reply reply = exchange.reply();
    if (reply == null) {
      return;
    } else if (reply.result() == Result.DEADLOCK) {
      row(REPORT).came.add(reply.toString());
    } else if (reply.over()) {
      row(pending.getOrDefault(Cast.MAIN, BEGIN)).came.add(reply.result().wire());
    } else if (reply.result() != Result.STARTED) {
      row(pending.getOrDefault(reply.task(), BEGIN)).came.add(
          reply.result().wire() + (reply.value() == null ? "" : " " + reply.value()));
    }
  }

  /** The adapter has ended as it was asked to. */
  void hasQuit() {
    row("quit").came.add("status 0");
  }

  private Row row(String name) {
    return rows.computeIfAbsent(name, n -> new Row(""));
  }

  /** The number of operations that were asked for. */
  long asked() {
    return rows.values().stream().filter(row -> row.wrong || !row.came.isEmpty()).count();
  }

  /** Prints the rows of what was asked for, and a line for each reason why the others were not. */
  void print(Set<String> features, PrintWriter out) {
    out.printf("%-18s %-7s %-20s %s%n", "operation", "verdict", "came", "legal");
    rows.forEach((name, row) -> {
      if (row.wrong || !row.came.isEmpty()) {
        out.printf("%-18s %-7s %-20s %s%n", name, row.wrong ? "WRONG" : "fine", String.join(", ", row.came), row.legal);
      }
    });
    Map<String, List<String>> left = new LinkedHashMap<>();
    rows.forEach((name, row) -> {
      if (!row.wrong && row.came.isEmpty()) {
        left.computeIfAbsent(why(row, features), reason -> new ArrayList<>()).add(name);
      }
    });
    left.forEach((reason, names) -> out.printf("not asked: %s [%s]%n", String.join("; ", names), reason));
  }

  /** Why an operation was not asked for: the features that it lacks, of that conversation which lacks the fewest. */
  private static String why(Row row, Set<String> features) {
    Set<String> fewest = null;
    for (Set<String> needs : row.needs) {
      Set<String> missing = new TreeSet<>(needs);
      missing.removeAll(features);
      fewest = fewest == null || missing.size() < fewest.size() ? missing : fewest;
    }
    return fewest == null || fewest.isEmpty() ? "its conversation did not come so far"
        : "the adapter does not declare " + String.join(", ", fewest);
  }
}
