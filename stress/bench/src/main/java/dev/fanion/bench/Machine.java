package dev.fanion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a run took place, as far as the JVM can tell. */
final class Machine {
  private Machine() {}

  static Map<String, String> describe() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " of them");
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("threads of CountDownLatch and Condition", Peers.threadsAreVirtual() ? "virtual" : "platform");
    return facts;
  }

  private static String processor() {
    Path info = Path.of("/proc/cpuinfo");
    try (var lines = Files.lines(info)) {
      return lines.filter(line -> line.startsWith("model name")).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }
}
