package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.ThreadSafeFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.TraceClassVisitor;

/** What the recorder costs when it is off: nothing, as the shipped class files do not know of it, and stay as they are. */
class TracedClassesTest {
  private static final String ACCESS = "THE ACCESS";

  private static final String BY_HANDLE = "INVOKEVIRTUAL java/lang/invoke/VarHandle\\.[^\\n]*";
  private static final String PLAIN_OF_FLAGS =
      "(GET|PUT)FIELD dev/fanion/(ThreadSafeFlag\\.(raised|leaf)|Hint\\.(marked|parent)|Scheduler\\.asleep) : [^\\n]*";
  private static final String PLAIN_OF_QUEUES =
      "PUTFIELD dev/fanion/(\\w+\\.(next|prev)|TaskQueue\\.epoch|Waiter\\.ending) : [^\\n]*";
  private static final String RECORDED =
      "(?s)INVOKEDYNAMIC [^\\n]*\\n[^\\n]*INVOKESTATIC\\n\\s*dev/fanion/traces/Linker\\..*?\\n\\s*\\]";

  /** The class files of dev.fanion, by the names of their classes: in a folder, or in the jar that Maven has made of it. */
  private static Map<String, byte[]> shipped() throws Exception {
    Path home = Path.of(ThreadSafeFlag.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(home)) {
      return classes(home);
    }
    try (FileSystem jar = FileSystems.newFileSystem(home)) {
      return classes(jar.getPath("/"));
    }
  }

  private static Map<String, byte[]> classes(Path home) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> classes = Files.list(home.resolve("dev/fanion"))) {
      for (Path file : classes.filter(file -> file.toString().endsWith(".class")).toList()) {
        files.put("dev.fanion." + file.getFileName().toString().replace(".class", ""), Files.readAllBytes(file));
      }
    }
    files.remove("dev.fanion.package-info");
    return files;
  }

  private static String text(byte[] file) {
    StringWriter text = new StringWriter();
    new ClassReader(file).accept(new TraceClassVisitor(new PrintWriter(text)), 0);
    return text.toString();
  }

  private static void copiesDifferInTheAccessesAlone(Places places, String plain) throws Exception {
    Set<String> replaced = new TreeSet<>();
    for (Map.Entry<String, byte[]> shipped : shipped().entrySet()) {
      String original = text(shipped.getValue());
      String copy = text(TracedClasses.copy(shipped.getValue(), places));
      String expected = original.replaceAll(BY_HANDLE, ACCESS).replaceAll(plain, ACCESS);
      assertFalse(copy.matches("(?s).*(" + BY_HANDLE + "|" + plain + ").*"), shipped.getKey());
      assertEquals(expected, copy.replaceAll(RECORDED, ACCESS), shipped.getKey());
      if (!expected.equals(original)) {
        replaced.add(shipped.getKey());
      }
    }
    assertTrue(replaced.containsAll(Set.of("dev.fanion.ThreadSafeFlag", "dev.fanion.Hint", "dev.fanion.Scheduler")));
  }

  @Test
  void aCopyDiffersFromItsFileInTheAccessesAlone() throws Exception {
    copiesDifferInTheAccessesAlone(new FlagNames(), PLAIN_OF_FLAGS);
    copiesDifferInTheAccessesAlone(new QueueNames(), PLAIN_OF_QUEUES);
  }

  @Test
  void noShippedClassKnowsOfTheRecorder() throws Exception {
    for (Map.Entry<String, byte[]> shipped : shipped().entrySet()) {
      assertFalse(new String(shipped.getValue(), StandardCharsets.ISO_8859_1).contains("traces"), shipped.getKey());
    }
    assertTrue(new String(TracedClasses.copy(TracedClasses.file("dev.fanion.Hint"), new FlagNames()), StandardCharsets.ISO_8859_1)
        .contains("dev/fanion/traces/Linker"));
  }

  @Test
  void tracesLeaveTheShippedClassesAsTheyAre() throws Exception {
    Map<String, byte[]> before = shipped();
    TracedClasses classes = new TracedClasses(Map.of(), new FlagNames());
    Traces.ofFlags(classes, 1);
    Map<String, byte[]> after = shipped();
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, file) -> assertArrayEquals(file, after.get(name), name));
    assertNotSame(ThreadSafeFlag.class, classes.loadClass(ThreadSafeFlag.class.getName()));
  }
}
