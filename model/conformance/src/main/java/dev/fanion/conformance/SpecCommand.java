package dev.fanion.conformance;

import dev.fanion.spec.EntryResult;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.SpecRunner;
import dev.fanion.spec.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The model checking alone. */
@Command(name = "spec", mixinStandardHelpOptions = true,
    description = "Model-checks every entry of spec/manifest.toml, or those named. Status 0: each came out as it must.")
final class SpecCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "An entry of the manifest, or a group of entries; default all.")
  List<String> names = List.of();

  @Override
  public Integer call() throws Exception {
    Path folder = SpecFiles.find();
    List<EntryResult> results =
        new SpecRunner(folder, System.out, Terminal.isInteractive()).run(Manifest.load(folder).select(names));
    return results.stream().allMatch(EntryResult::ok) ? 0 : 1;
  }
}
