package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.ThreadSafeFlag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.TraceClassVisitor;

/** What the recorder costs when it is off: nothing, as the shipped class files do not know of it, and stay as they are. */
class TracedClassesTest {
  private static final String ACCESS = "THE ACCESS";

  private static final String BY_HANDLE = "INVOKEVIRTUAL java/lang/invoke/VarHandle\\.[^\\n]*";
  private static final String PLAIN =
      "(GET|PUT)FIELD dev/fanion/(ThreadSafeFlag\\.(raised|leaf)|Hint\\.(marked|parent)|Scheduler\\.asleep) : [^\\n]*";
  private static final String RECORDED =
      "(?s)INVOKEDYNAMIC [^\\n]*\\n[^\\n]*INVOKESTATIC\\n\\s*dev/fanion/traces/Linker\\..*?\\n\\s*\\]";

  /** The class files of dev.fanion, by the names of their classes. */
  private static Map<String, byte[]> shipped() throws Exception {
    URI home = ThreadSafeFlag.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> classes = Files.list(Path.of(home).resolve("dev/fanion"))) {
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

  @Test
  void aCopyDiffersFromItsFileInTheAccessesAlone() throws Exception {
    int accesses = 0;
    for (Map.Entry<String, byte[]> shipped : shipped().entrySet()) {
      String original = text(shipped.getValue()).replaceAll(BY_HANDLE, ACCESS).replaceAll(PLAIN, ACCESS);
      String copy = text(TracedClasses.copy(shipped.getValue()));
      assertFalse(copy.matches("(?s).*(" + BY_HANDLE + "|" + PLAIN + ").*"), shipped.getKey());
      assertEquals(original, copy.replaceAll(RECORDED, ACCESS), shipped.getKey());
      accesses += original.split(ACCESS, -1).length - 1;
    }
    assertTrue(accesses > 0);
  }

  @Test
  void noShippedClassKnowsOfTheRecorder() throws Exception {
    for (Map.Entry<String, byte[]> shipped : shipped().entrySet()) {
      assertFalse(new String(shipped.getValue(), StandardCharsets.ISO_8859_1).contains("traces"), shipped.getKey());
    }
    assertTrue(new String(TracedClasses.copy(TracedClasses.file("dev.fanion.Hint")), StandardCharsets.ISO_8859_1)
        .contains("dev/fanion/traces/Linker"));
  }

  @Test
  void tracesLeaveTheShippedClassesAsTheyAre() throws Exception {
    Map<String, byte[]> before = shipped();
    TracedClasses classes = new TracedClasses(Map.of());
    Traces.of(classes, 1);
    Map<String, byte[]> after = shipped();
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, file) -> assertArrayEquals(file, after.get(name), name));
    assertNotSame(ThreadSafeFlag.class, classes.loadClass(ThreadSafeFlag.class.getName()));
  }
}
