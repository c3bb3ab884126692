package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two players of vectors: they say the same, of right adapters, of wrong ones, and of such as say nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VectorPlayersTest {
  private static final Path HOME = SpecFiles.find().getParent();
  private static final Path CPYTHON = HOME.resolve("model/adapters/cpython/cpython.py");
  private static final String HELLO = "echo '{\"fanion\":1,\"features\":[\"event\",\"cancel\"]}'; ";

  @TempDir private static Path folder;
  private static boolean gcc;

  /** What a player printed, and its status. */
  private record Said(int status, String text) {}

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    assumeTrue(isThere("python3"), "a player needs python3");
    try (ModelCache models = new ModelCache()) {
      new VectorFile(Vectors.of(Profile.asyncio(), Set.of("event"), Cast.of(1, 1, 0), List.of(), models)).write(folder);
    }
    gcc = isThere("gcc");
    if (gcc) {
      Said compiled = run(List.of("gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-o", folder.resolve("player").toString(),
          HOME.resolve("docs/vectors/player.c").toString()));
      assertEquals(new Said(0, ""), compiled);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static Said run(List<String> words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static Said python(String file, String... command) throws IOException, InterruptedException {
    return played(List.of("python3", HOME.resolve("docs/vectors/player.py").toString()), file + ".jsonl", command);
  }

  private static Said c(String file, String... command) throws IOException, InterruptedException {
    return played(List.of(folder.resolve("player").toString()), file + ".txt", command);
  }

  private static Said played(List<String> player, String file, String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(player);
    words.addAll(List.of("--deadline", "100", folder.resolve(file).toString()));
    words.addAll(List.of(command));
    return run(words);
  }

  /** What both players say of an adapter. */
  private static Said both(String... command) throws IOException, InterruptedException {
    Said python = python("asyncio", command);
    if (gcc) {
      assertEquals(python, c("asyncio", command));
    }
    return python;
  }

  @Test
  void stockPythonIsRight() throws Exception {
    Said said = both("python3", CPYTHON.toString());
    assertEquals(0, said.status, said.text);
    assertTrue(said.text.contains(" passed, 0 failed, 0 skipped; profile asyncio, "), said.text);
  }

  @Test
  void aMistakeIsTold() throws Exception {
    Said said = both("python3", "-c", "import asyncio, runpy\nasyncio.Event.clear = lambda self: None\nrunpy.run_path('"
        + CPYTHON + "', run_name='__main__')");
    assertEquals(1, said.status, said.text);
    assertTrue(said.text.matches("(?s).*\nnot ok \\d+ - [0-9a-f]{12} every transition\n(# [^\n]+\n)+"
        + "# step \\d+ \\([A-Z0-9 -]+\\): [^\n]+; allowed: .*"), said.text);
  }

  @Test
  void whatAnAdapterDoesNotDeclareIsSkipped() throws Exception {
    Said said = both("sh", "-c", "python3 '" + CPYTHON + "' | sed -u 's/\"event\",//'");
    assertEquals(0, said.status, said.text);
    assertTrue(said.text.contains(" # SKIP needs event\n") && said.text.contains(" passed, 0 failed, "), said.text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      1 | read begin; exit 0 | nothing, the adapter has ended; allowed: main started
      1 | while read it; do echo '{"task":"t1","result":"ok"}'; done | it began with: t1 ok; allowed: main started
      2 | read it; echo '{"error":"out of order"}'; read it | Bail out! the adapter sent what is no reply
      2 | read it; echo '{"task":"\\u001b[31m","result":"ok"}'; read it | Bail out! the adapter sent what is no reply
      2 | read it; head -c 70000 /dev/zero; read it | Bail out! the adapter sent a line of more than 65,536
      """)
  void anAdapterThatGoesWrongIsTold(int status, String does, String told) throws Exception {
    for (Said said : says(does)) {
      assertEquals(status, said.status, said.text);
      assertTrue(said.text.contains(told), said.text);
    }
  }

  private static List<Said> says(String does) throws IOException, InterruptedException {
    String[] command = {"sh", "-c", HELLO + does};
    return gcc ? List.of(python("asyncio", command), c("asyncio", command)) : List.of(python("asyncio", command));
  }

  @ParameterizedTest
  @CsvSource({"true, 1, nothing in time;, 3", "false, 2, no hello, 1"})
  void aSilentAdapterIsGivenUp(boolean greets, int status, String told, int times) throws Exception {
    List<List<String>> players = new ArrayList<>(List.of(
        List.of("python3", HOME.resolve("docs/vectors/player.py").toString(), folder.resolve("asyncio.jsonl").toString())));
    if (gcc) {
      players.add(List.of(folder.resolve("player").toString(), folder.resolve("asyncio.txt").toString()));
    }
    for (List<String> player : players) {
      List<String> words = new ArrayList<>(player);
      words.addAll(words.size() - 1, List.of("--deadline", "0.2"));
      words.addAll(List.of("sh", "-c", (greets ? HELLO : "") + "exec sleep 600"));
      Said said = run(words);
      assertEquals(status, said.status, said.text);
      assertEquals(times, said.text.split(told, -1).length - 1, said.text);
    }
  }

  static List<Arguments> broken() {
    return List.of(
        arguments("a count", "promises", replaces("(count=|\"count\":)", "$19")),
        arguments("no header", "line 1: ", replaces("^", "nonsense\n")),
        arguments("a step", "it leads to a step that is not there", replaces("(reply |ok\":)1\\b", "$177777")),
        arguments("a word", "line ", replaces("step", "stop")),
        arguments("an end", "line ", (UnaryOperator<String>) text -> text.substring(0, text.length() - 25)));
  }

  private static UnaryOperator<String> replaces(String pattern, String instead) {
    return text -> text.replaceFirst(pattern, instead);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aBrokenFileIsTold(String what, String told, UnaryOperator<String> broken) throws Exception {
    for (String ending : gcc ? List.of(".jsonl", ".txt") : List.of(".jsonl")) {
      String text = Files.readString(folder.resolve("asyncio" + ending));
      Files.writeString(folder.resolve("broken" + ending), broken.apply(text));
      Said said = ending.equals(".txt") ? c("broken", "python3", CPYTHON.toString())
          : python("broken", "python3", CPYTHON.toString());
      assertEquals(2, said.status, said.text);
      assertTrue(said.text.contains("Bail out! ") && said.text.contains("broken" + ending + ", line ")
          && said.text.contains(told) && said.text.contains("; write it anew, with ./fanion vectors"), said.text);
    }
  }
}
