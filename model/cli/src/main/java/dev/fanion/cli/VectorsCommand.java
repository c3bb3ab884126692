package dev.fanion.cli;

import dev.fanion.conformance.Profile;
import dev.fanion.conformance.VectorRun;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes conformance vectors. */
@Command(name = "vectors", mixinStandardHelpOptions = true,
    description = "Writes conformance vectors, which a program of a few pages plays to an adapter without Java: docs/vectors.md.")
final class VectorsCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", required = true,
      description = "The folder of the files: PROFILE.jsonl and PROFILE.txt, with the same content.")
  Path out;

  @Option(names = "--profile", paramLabel = "NAME|FILE",
      description = "The sides of the runtime: asyncio, gevent, micropython, trio or a file; changes may follow, such as "
          + "asyncio,WakeOrder=group. Default: files for each of these four.")
  String profile;

  @Option(names = "--features", paramLabel = "LIST", split = ",",
      description = "Only what an adapter with these features can be asked, such as event,cancel. Default: all features "
          + "that take no time.")
  Set<String> features = new LinkedHashSet<>();

  @Override
  public Integer call() throws Exception {
    new VectorRun(out, spec.commandLine().getOut()).write(profile == null ? null : Profile.parse(profile), features);
    return 0;
  }
}
