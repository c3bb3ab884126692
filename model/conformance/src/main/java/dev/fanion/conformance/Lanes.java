package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who takes part in a conversation, as far as it is shown.
 *
 * @param tasks the tasks that speak, are asked or are named, main first
 * @param interrupts whether something was asked of interrupts
 * @param objects the events and flags that are named
 */
record Lanes(List<String> tasks, boolean interrupts, Set<String> objects) {
  static Lanes of(Finding finding, List<Exchange> shown) {
    Set<String> named = new LinkedHashSet<>(finding.cast().tasks().subList(0, 1));
    Set<String> objects = new LinkedHashSet<>();
    for (Exchange exchange : shown) {
      named.add(exchange.task());
      Request request = exchange.request();
      if (request.on() == Request.Kind.TASK) {
        named.add(request.name());
      } else if (!request.name().isEmpty()) {
        objects.add(request.name());
      }
      if (exchange.reply() != null) {
        named.addAll(exchange.reply().blocked());
        named.add(exchange.reply().over() ? exchange.task() : exchange.reply().task());
      }
    }
    List<String> tasks = new ArrayList<>(finding.cast().tasks());
    tasks.retainAll(named);
    named.stream().filter(task -> !tasks.contains(task)).forEach(tasks::add);
    return new Lanes(List.copyOf(tasks), shown.stream().anyMatch(exchange -> ofInterrupts(exchange.request())), objects);
  }

  /** Whether an interrupt does what is asked for. */
  static boolean ofInterrupts(Request request) {
    return Stream.of(Op.INTERRUPT, Op.ARM, Op.STORM).anyMatch(op -> op == request.op());
  }
}
