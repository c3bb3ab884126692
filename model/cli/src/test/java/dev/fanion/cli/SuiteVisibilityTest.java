package dev.fanion.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A class of the suite is public only if another package needs it; outside the protocol, only if another module does. An adapter
 * knows the protocol only.
 */
@AnalyzeClasses(packages = "dev.fanion", importOptions = {DoNotIncludeTests.class, SuiteVisibilityTest.NoJarOfTests.class})
class SuiteVisibilityTest {
  private static final String JUDGE = "dev.fanion.conformance";

  /** Leaves out the jar of a module's tests, from which a packaged module is read. */
  static final class NoJarOfTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static DescribedPredicate<JavaClass> usedOutside(String packageAndBelow) {
    return DescribedPredicate.describe("used outside " + packageAndBelow,
        type -> type.getDirectDependenciesToSelf().stream()
            .anyMatch(use -> !(use.getOriginClass().getPackageName() + ".").startsWith(packageAndBelow + ".")));
  }

  @ArchTest
  static final ArchRule THE_JUDGE_SHOWS_WHAT_OTHER_MODULES_USE = classes().that().resideInAPackage(JUDGE)
      .and().haveModifier(JavaModifier.PUBLIC).should(ArchCondition.from(usedOutside(JUDGE)));

  @ArchTest
  static final ArchRule THE_PROTOCOL_SHOWS_WHAT_OTHERS_USE = classes().that().resideInAPackage(JUDGE + ".protocol")
      .and().haveModifier(JavaModifier.PUBLIC).should(ArchCondition.from(usedOutside(JUDGE + ".protocol")));

  @ArchTest
  static final ArchRule AN_ADAPTER_USES_THE_PROTOCOL_AND_NOT_THE_JUDGE = noClasses().that()
      .resideInAPackage("dev.fanion.adapters..").should().dependOnClassesThat()
      .resideInAnyPackage(JUDGE, "dev.fanion.oracle..", "dev.fanion.spec..", "dev.fanion.cli..");
}
