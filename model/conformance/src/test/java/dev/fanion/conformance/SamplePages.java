package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Pages to look at: of planted runs on virtual time, of an adapter that means harm, of very many findings. */
final class SamplePages {
  /** What an adapter may put wherever it has a word. */
  static final String HARM = "<script>document.title='it ran'</script><img src=x onerror=run()>\"' onload='x' ]]> --> &amp; "
      + "\u0001\u001b[31m\u0085\u202e\u2028\ud800 \udc00\uffff\u0000</pre></style></title>";

  private static final Set<String> FEATURES =
      Set.of("event", "flag", "cancel", "timeout", "interrupt", "arm", "guard", "deadlock");
  private static final Set<String> TIMED = Set.of("event", "flag", "timeout", "arm");
  private static final Request YIELD = Request.of(Op.YIELD);
  private static final Cast SMALL = Cast.of(2, 1, 1);

  private SamplePages() {}

  /** Writes all into a folder, each into a file of its name. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    try (ModelCache models = new ModelCache()) {
      write(folder, "conforms", judged(Bug.NONE, Sides.ASYNCIO, Set.of("event"), true, models), models);
      write(folder, "broken", judged(Bug.JOINS_TWICE, Sides.ASYNCIO, Set.of("event", "cancel"), true, models), models);
      write(folder, "limits", judged(Bug.LIMIT_ENDS_AFTER_TWO_THIRDS, Sides.ASYNCIO, TIMED, false, models), models);
      write(folder, "choices", choices(Sides.parse("GROUP+WRAPPED"), TIMED, models), models);
      write(folder, "harm", harm(), models);
      write(folder, "thousand", many(1_000, 300), models);
    }
  }

  private static void write(Path folder, String name, Results results, ModelCache models) throws IOException {
    page(results, models, folder.resolve(name + ".html"));
  }

  /** The page of these results. */
  static String page(Results results, ModelCache models, Path file) throws IOException {
    HtmlReport.write(results, "5bec", models, Path.of("target/fanion/results.json"), file);
    return Files.readString(file);
  }

  /**
   * What the suite finds in the planted runtime with this mistake, on these sides.
   *
   * @param features those that it declares
   * @param whole whether the run goes on after the first finding
   */
  static Results judged(Bug bug, Sides sides, Set<String> features, boolean whole, ModelCache models)
      throws Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), 1, 500, 1, !whole);
    return new Suite(adapter(bug, sides, features), plan, models, Progress.none()).run();
  }

  /** The sides of the planted runtime that were not asked for, and nothing else: the rest of the run is left out. */
  static Results choices(Sides sides, Set<String> features, ModelCache models) throws Wire.MalformedLine {
    Adapter adapter = adapter(Bug.NONE, sides, features);
    Results results = new Results(adapter.hello(), new Plan(Profile.asyncio(), 1, 500, 1, false));
    new SidePhase(new TestedAdapter(adapter), models, features, results, Progress.none()).run();
    return results;
  }

  /** The planted runtime, of which the adapter declares these features. */
  static Adapter adapter(Bug bug, Sides sides, Set<String> features) throws Wire.MalformedLine {
    return new InJvmPlantedAdapter(bug, sides, PlantedLoop.Notice.TURN) {
      @Override
      public Hello hello() {
        return new Hello(super.hello().name(), super.hello().version(), features);
      }
    };
  }

  private static Results fresh(String name, String version) {
    return new Results(new Hello(name, version, FEATURES), new Plan(Profile.asyncio(), 1, 500, 7, false));
  }

  private static Exchange exchange(String task, Request request, String told, Result result) {
    return new Exchange(task, request, Reply.of(told, result));
  }

  /** A conversation in which a set wakes nobody. */
  static List<Exchange> lostWake() {
    return List.of(
        exchange("main", Request.of(Op.SPAWN, Request.Kind.TASK, "t1"), "main", Result.OK),
        exchange("main", YIELD, "t1", Result.STARTED),
        exchange("t1", Request.of(Op.WAIT, Request.Kind.EVENT, "e1"), "main", Result.OK),
        exchange("main", Request.of(Op.SET, Request.Kind.EVENT, "e1"), "main", Result.OK),
        exchange("main", YIELD, "main", Result.OK));
  }

  /** A conversation after which a limit may have passed, or not. */
  static List<Exchange> limit() {
    return List.of(
        exchange("main", Request.of(Op.SPAWN, Request.Kind.TASK, "t2"), "main", Result.OK),
        exchange("main", YIELD, "t2", Result.STARTED),
        exchange("t2", Request.of(Op.WAIT, Request.Kind.FLAG, "f1").lasting(5), "main", Result.OK),
        exchange("main", Request.of(Op.ARM, Request.Kind.FLAG, "f1").lasting(9), "main", Result.OK),
        exchange("main", Request.of(Op.HOG).lasting(20), "main", Result.OK),
        exchange("main", Request.of(Op.INTERRUPT, Request.Kind.FLAG, "f1"), "main", Result.OK),
        new Exchange("main", YIELD, null));
  }

  static Finding finding(Finding.Kind kind, List<Exchange> exchanges, String said) {
    return new Finding(kind, Rule.bits(Set.of("EVT-2", "LOP-1")), Rule.bits(Set.of("EVT-2")), SMALL, exchanges,
        Set.of(Reply.of("t1", Result.WOKEN)), said, null);
  }

  /** Results with these findings. */
  static Results with(Finding... findings) {
    Results results = fresh("tiny", "1.0");
    for (Finding finding : findings) {
      results.failed(finding);
      results.add(finding);
    }
    return results;
  }

  /** Results of an adapter that means harm with every word. */
  static Results harm() {
    Results results = fresh(HARM, HARM);
    results.exercised(Rule.bits(Set.of("EVT-1")));
    Finding finding = finding(Finding.Kind.CRASH, limit(), HARM + "\n" + HARM);
    results.failed(finding);
    results.add(finding);
    results.error(new AdapterFailure(AdapterFailure.Kind.ERROR, HARM + "\n" + HARM).during(List.of(HARM, HARM)));
    results.cutShort(HARM);
    results.phase(new Results.Phase("at random", 3, 100, 0.5));
    return results;
  }

  /** Results with this number of findings, each of this number of steps. */
  static Results many(int findings, int steps) {
    List<Exchange> exchanges = new ArrayList<>(Collections.nCopies(steps - lostWake().size(),
        exchange("main", YIELD, "main", Result.OK)));
    exchanges.addAll(lostWake());
    return with(Collections.nCopies(findings, finding(Finding.Kind.BROKEN, exchanges, "")).toArray(Finding[]::new));
  }
}
