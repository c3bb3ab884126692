package dev.fanion.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The suite is independent of the implementation that it judges, and none of its classes depend on each other in a circle. */
@AnalyzeClasses(packages = "dev.fanion.conformance", importOptions = DoNotIncludeTests.class)
class SuiteStructureTest {
  @ArchTest
  static final ArchRule THE_SUITE_USES_NOTHING_BUT_THE_SPEC_AND_JSON = classes().should().onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "javax.xml..", "org.jspecify..", "com.fasterxml.jackson..", "dev.fanion.conformance..",
          "dev.fanion.oracle..", "dev.fanion.spec..");

  @ArchTest
  static final ArchRule THE_PROTOCOL_DOES_NOT_KNOW_ITS_JUDGE = noClasses().that()
      .resideInAPackage("dev.fanion.conformance.protocol..").should().dependOnClassesThat()
      .resideInAnyPackage("dev.fanion.conformance", "dev.fanion.oracle..", "dev.fanion.spec..");

  @ArchTest
  static final ArchRule NO_CLASSES_DEPEND_ON_EACH_OTHER_IN_A_CIRCLE = slices().assignedFrom(files()).should().beFreeOfCycles();

  /** A class with all that is nested in it. */
  private static SliceAssignment files() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
      }

      @Override
      public String getDescription() {
        return "top-level classes";
      }
    };
  }

  /** Not even a test of the suite can use the reference: Maven bans it, and here is what fails if the ban is lifted. */
  @ArchTest
  static void theReferenceIsNotOnTheClassPath(com.tngtech.archunit.core.domain.JavaClasses suite) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName("dev.fanion.EventLoop"));
  }
}
