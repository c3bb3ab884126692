package dev.fanion.cli;

import dev.fanion.adapters.reference.ReferenceAdapter;
import dev.fanion.conformance.Plan;
import dev.fanion.conformance.Profile;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.run.EntryResult;
import dev.fanion.spec.run.SpecRunner;
import dev.fanion.spec.run.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the spec, then drives the reference through every transition of it. */
@Command(name = "check", mixinStandardHelpOptions = true,
    description = "Model-checks the spec, then drives the reference implementation through every transition of it.")
final class CheckCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin RunOptions options;

  @Mixin OutOptions out;

  @Override
  public Integer call() throws Exception {
    Plan plan = options.plan(Profile.asyncio());
    Path folder = SpecFiles.find();
    List<EntryResult> checked = new SpecRunner(folder, System.out, Terminal.isInteractive())
        .run(Manifest.load(folder).select(List.of("protocol")));
    if (!checked.stream().allMatch(EntryResult::ok)) {
      SuiteRun.clear(out.folder());
      System.out.println("\nthe spec is not what the manifest says, so it is no judge of the reference");
      return 1;
    }
    System.out.println();
    try (Adapter reference = ReferenceAdapter.onVirtualTime()) {
      return new SuiteRun(plan, out.folder(), spec.commandLine().getOut()).throughEveryTransition(reference);
    }
  }
}
