package dev.fanion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
  @Test
  void blanksSeparateWords() {
    assertEquals(List.of("python3", "adapter.py", "-x"), CommandWords.split("  python3\tadapter.py   -x "));
    assertEquals(List.of(), CommandWords.split(" \t "));
    assertEquals(List.of(), CommandWords.split(""));
  }

  @Test
  void quotesKeepBlanksAndMayBeEmpty() {
    assertEquals(List.of("a b", "c  d", ""), CommandWords.split("'a b' \"c  d\" ''"));
    assertEquals(List.of("abcd"), CommandWords.split("a'b'\"c\"d"));
  }

  @Test
  void singleQuotesKeepBackslashes() {
    assertEquals(List.of("a\\b\""), CommandWords.split("'a\\b\"'"));
  }

  @Test
  void backslashesEscape() {
    assertEquals(List.of("a b", "'", "\\"), CommandWords.split("a\\ b \\' \\\\"));
    assertEquals(List.of("a\"b\\n"), CommandWords.split("\"a\\\"b\\n\""));
  }

  @Test
  void aQuoteThatIsNotClosedIsNamed() {
    for (String line : List.of("python3 'my adapter.py", "a \"b", "'", "a\"b'c'")) {
      String message = assertThrows(IllegalArgumentException.class, () -> CommandWords.split(line)).getMessage();
      assertTrue(message.contains("is not closed") && message.contains(line), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "python3 adapters/cpython.py", "a'b c'd", "\"a 'b' c\" 'd \"e\" f'", "\\a\\b", "\"\\a\\\\\"", "'a'\\''b'", "a\\\"b", "''\"\"",
    "\"a\\$b\" \"\\`\"", "x= 'y z'=\"w\"", "a\\\\ b"
  })
  void aShellSplitsInTheSameWay(String line) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to compare with");
    Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + line).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(Arrays.asList(said.substring(0, said.length() - 1).split("\0", -1)), CommandWords.split(line));
  }
}
