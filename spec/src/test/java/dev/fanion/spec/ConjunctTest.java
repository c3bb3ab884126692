package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the place of a conjunct. */
class ConjunctTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a = 1                                          | TRUE
      a' = b                                         | UNCHANGED <<a>>
      a' \\in {1, 2}                                  | UNCHANGED <<a>>
      a' = 1 /\\ b' = 2                               | UNCHANGED <<a, b>>
      a' \\in CASE b' = b -> {1} [] OTHER -> {2}      | UNCHANGED <<a>>
      IF a = 1 THEN a' = 2 /\\ b' = 3 ELSE Stays      | UNCHANGED <<a, b>>
      Call(c)' = 1                                   | TRUE
      c' = 1                                         | TRUE
      """)
  void anAssignmentBecomesUnchangedAndAConditionGoes(String conjunct, String instead) {
    List<String> lines = List.of("Act ==", "  /\\ " + conjunct);
    assertEquals(List.of("Act ==", "  /\\ " + instead),
        Conjunct.of("Module", lines, Set.of("a", "b"), Set.of()).get(0).edited(lines));
  }
}
