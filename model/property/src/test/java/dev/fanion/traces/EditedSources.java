package dev.fanion.traces;

import dev.fanion.spec.SpecFiles;
import dev.fanion.traces.Mistake.Edit;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles shipped sources with a mistake in them. Nothing is written but to a folder of its own, which goes again. */
final class EditedSources {
  private static final Path SOURCES = SpecFiles.find().resolveSibling("impl/src/main/java/dev/fanion");

  private EditedSources() {}

  /** The class files, by the names of their classes. */
  static Map<String, byte[]> compile(Mistake mistake) throws IOException {
    Path folder = Files.createTempDirectory("fanion-traces");
    try {
      Map<String, String> sources = edited(mistake.edits());
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue());
      }
      compile(folder, sources.keySet().stream().map(type -> folder.resolve(type + ".java").toString()).toList());
      return classes(folder.resolve("dev/fanion"));
    } finally {
      delete(folder);
    }
  }

  private static Map<String, String> edited(List<Edit> edits) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Edit edit : edits) {
      String source = sources.containsKey(edit.type()) ? sources.get(edit.type())
          : Files.readString(SOURCES.resolve(edit.type() + ".java"));
      int place = source.indexOf(edit.text());
      if (place < 0 || place != source.lastIndexOf(edit.text())) {
        throw new IllegalArgumentException(edit.type() + " does not have this once: " + edit.text());
      }
      sources.put(edit.type(), source.replace(edit.text(), edit.instead()));
    }
    return sources;
  }

  private static void compile(Path folder, List<String> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    boolean done = compiler.getTask(messages, null, null,
        List.of("--release", "17", "-proc:none", "-implicit:none", "-nowarn", "-cp", path, "-d", folder.toString()), null,
        compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromStrings(files)).call();
    if (!done) {
      throw new IllegalStateException(messages.toString());
    }
  }

  private static Map<String, byte[]> classes(Path folder) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        classes.put("dev.fanion." + file.getFileName().toString().replace(".class", ""), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
