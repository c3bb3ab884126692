package dev.fanion.schedules;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDK that runs this, linked once more with Fray's instrumentation of its own classes, in a folder that the build does not
 * keep. Fray's build plugin does the same, but fetches a JDK for it.
 *
 * @param folder where the image is
 * @param jars Fray's jars and ours
 */
record Image(Path folder, List<Path> jars) {
  private static final String AGENT = "fray-instrumentation-agent-";
  private static final String NATIVE = "fray-jvmti-";
  private static final String LINKER = "fray-instrumentation-jdk-";
  private static final String LIBRARY = "libjvmti.so";

  /** What the linker needs of the jars, by the beginnings of their names. */
  private static final List<String> FOR_THE_LINKER = List.of(
      LINKER, "fray-instrumentation-base-", "fray-runtime-", "asm-", "kotlin-stdlib-", "kotlin-reflect-", "annotations-");

  /** The image below a folder, which is made if it is not there. */
  static Image below(Path target, List<Path> jars) throws IOException, InterruptedException {
    Image image = new Image(target.resolve("image-" + Runtime.version()), jars);
    if (!Files.exists(image.folder)) {
      image.make();
    }
    return image;
  }

  private void make() throws IOException, InterruptedException {
    System.err.println("linking an instrumented JDK, once, into " + folder);
    Path unfinished = folder.resolveSibling(folder.getFileName() + "-" + ProcessHandle.current().pid());
    String forTheLinker = jars.stream().filter(jar -> FOR_THE_LINKER.stream().anyMatch(name(jar)::startsWith))
        .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
        "-J-javaagent:" + jar(LINKER), "-J--module-path=" + forTheLinker,
        "-J--add-modules=org.pastalab.fray.instrumentation.jdk", "-J--class-path=" + forTheLinker,
        "--output=" + unfinished, "--add-modules=" + modules(), "--fray-instrumentation");
    int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT).start()
        .waitFor();
    if (status != 0) {
      throw new IOException("jlink ended with status " + status);
    }
    try (JarFile jar = new JarFile(jar(NATIVE).toFile()); InputStream library = jar.getInputStream(jar.getEntry(LIBRARY))) {
      Files.copy(library, unfinished.resolve("lib").resolve(LIBRARY));
    }
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** All modules of this JDK that can be linked from it. */
  private static String modules() {
    return ModuleFinder.ofSystem().findAll().stream().map(module -> module.descriptor().name())
        .filter(name -> !name.equals("jdk.jlink") && !name.equals("jdk.jpackage")).sorted().collect(Collectors.joining(","));
  }

  /** The command that runs a class in the image. */
  List<String> command(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin").resolve("java").toString(),
        "-javaagent:" + jar(AGENT), "-agentpath:" + folder.resolve("lib").resolve(LIBRARY), "-cp",
        jars.stream().filter(jar -> Stream.of(AGENT, NATIVE, LINKER).noneMatch(name(jar)::startsWith)).map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)), main.getName()));
    command.addAll(arguments);
    return command;
  }

  private Path jar(String beginning) {
    return jars.stream().filter(jar -> name(jar).startsWith(beginning)).findAny()
        .orElseThrow(() -> new IllegalStateException("no jar " + beginning));
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }
}
