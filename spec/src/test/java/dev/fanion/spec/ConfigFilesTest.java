package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No two config files differ in nothing but an operator and a property: an entry derives such a config. */
class ConfigFilesTest {
  private static final Config BASE = config("SPECIFICATION Spec CONSTANTS A = 1 B <- C INVARIANT P");

  private static Config config(String text) {
    return new Config("M.cfg", false, text, Config.parse(text));
  }

  /** Whether each of the two has at most one operator and one property, and nothing else, that the other has not. */
  private static boolean areAlike(Config one, Config other) {
    return isLittle(beyond(one, other)) && isLittle(beyond(other, one));
  }

  private static Set<Config.Statement> beyond(Config one, Config other) {
    Set<Config.Statement> more = new HashSet<>(one.statements());
    other.statements().forEach(more::remove);
    return more;
  }

  private static boolean isLittle(Set<Config.Statement> statements) {
    long claims = statements.stream().filter(Config.Statement::isClaim).count();
    long operators = statements.stream()
        .filter(each -> Config.BEHAVIOUR.contains(each.section()) || each.isConstant() && each.words().contains("<-"))
        .count();
    return claims <= 1 && operators <= 1 && claims + operators == statements.size();
  }

  private static List<String> alike(Path tla) {
    List<Config> configs = SpecFiles.names(tla, ".cfg").stream().map(file -> Config.read(tla, file)).toList();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < configs.size(); i++) {
      for (Config other : configs.subList(0, i)) {
        if (areAlike(configs.get(i), other)) {
          pairs.add(other.file() + " and " + configs.get(i).file());
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tla", "src/test/spec/tla"})
  void noTwoConfigsDifferInNothingButAnOperatorAndAProperty(String tla) {
    assertEquals(List.of(), alike(Path.of(tla)));
  }

  @Test
  void twoThatDoAreFound(@TempDir Path tla) throws IOException {
    Files.writeString(tla.resolve("A.cfg"), BASE.text());
    Files.writeString(tla.resolve("B.cfg"), "PROPERTY Q\nCONSTANT B <- D\nCONSTANT A = 1\nSPECIFICATION Spec\n");
    Files.writeString(tla.resolve("C.cfg"), "SPECIFICATION Spec CONSTANTS A = 2 B <- C INVARIANT P");
    assertEquals(List.of("A.cfg and B.cfg"), alike(tla));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      SPECIFICATION Spec CONSTANTS B <- C  A = 1 \\* INVARIANT Q
      SPECIFICATION Spec CONSTANTS A = 1 B <- C D <- E INVARIANT P
      SPECIFICATION Fair CONSTANTS A = 1 B <- C PROPERTY P
      """)
  void areAlike(String other) {
    assertTrue(areAlike(BASE, config(other)));
    assertTrue(areAlike(config(other), BASE));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      SPECIFICATION Spec CONSTANTS A = 2 B <- C INVARIANT P
      SPECIFICATION Spec CONSTANTS A = 1 B <- C INVARIANT P CHECK_DEADLOCK FALSE
      SPECIFICATION Spec CONSTANTS A = 1 B <- C INVARIANTS P Q R
      SPECIFICATION Fair CONSTANTS A = 1 B <- D INVARIANT P
      INIT Init NEXT Next CONSTANTS A = 1 B <- C INVARIANT P
      """)
  void areNotAlike(String other) {
    assertFalse(areAlike(BASE, config(other)));
    assertFalse(areAlike(config(other), BASE));
  }
}
