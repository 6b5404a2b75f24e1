package org.onewindow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house and the doors between them. */
@AnalyzeClasses(packages = "org.onewindow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.onewindow.workflow..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.."));

    @ArchTest
    static final ArchRule nobodyBelowKnowsTheWorkflow = noClasses()
            .that()
            .resideOutsideOfPackages("org.onewindow.workflow..", "org.onewindow.web..", "org.onewindow.commandline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.onewindow.workflow..", "org.onewindow.web..");

    @ArchTest
    static final ArchRule whatABeanNeedsItIsGivenOnConstruction =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noLoggingOfTheJdk = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothingIsPrintedPastTheLog = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule timeComesFromTheOneClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.onewindow.database..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static void modulesKeepTheirBounds(JavaClasses ignored) {
        ApplicationModules.of(OneWindow.class).verify();
    }
}
