package dev.fanion.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/** A class of the suite is public only if another package needs it; outside the protocol, only if another module does. */
@AnalyzeClasses(packages = "dev.fanion", importOptions = DoNotIncludeTests.class)
class SuiteVisibilityTest {
  private static final String JUDGE = "dev.fanion.conformance";

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
}
