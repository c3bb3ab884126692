package dev.fanion.cli;

import dev.fanion.spec.SpecFiles;
import dev.fanion.trace.Trace;
import dev.fanion.trace.TracePage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which properties, mutants, code, tests, races and planted mistakes each rule has. */
@Command(name = "trace", mixinStandardHelpOptions = true,
    description = "Finds for each rule the properties, mutants, code, tests, races and planted mistakes of this clone, and "
        + "writes " + TracePage.FILE + ". Status 1: a rule lacks a property or a test, or something is named that there is not.")
final class TraceCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--check", description = "Write nothing; status 1 also if the page is not what would be written.")
  boolean check;

  @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "",
      description = "A rule, such as FLG-5: print what it has, write nothing, and look for no mistakes.")
  String id;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path root = SpecFiles.find().toAbsolutePath().normalize().getParent();
    Trace trace = new Trace(root);
    TracePage page = new TracePage(root, trace);
    if (!id.isEmpty()) {
      if (check) {
        throw new ParameterException(spec.commandLine(), "--check is about the page, which has all rules; leave " + id + " out");
      }
      out.print(page.section(id));
      out.flush();
      return 0;
    }
    List<String> problems = trace.problems();
    problems.forEach(out::println);
    boolean stale = check && !page.isCurrent();
    if (!check) {
      out.println((page.write() ? "written: " : "as it was: ") + TracePage.FILE);
    } else if (stale) {
      out.println("stale: " + TracePage.FILE + "; run ./fanion trace and commit");
    }
    out.println(problems.isEmpty() ? "every rule has a property and a test, or a reason; whatever is named is there"
        : problems.size() + (problems.size() == 1 ? " thing is" : " things are") + " wrong; see above");
    out.flush();
    return problems.isEmpty() && !stale ? 0 : 1;
  }
}
