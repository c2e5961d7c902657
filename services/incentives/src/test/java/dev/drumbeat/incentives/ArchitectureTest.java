package dev.drumbeat.incentives;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.drumbeat.incentives", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] DOMAIN = {
        "dev.drumbeat.incentives",
        "dev.drumbeat.incentives.money",
        "dev.drumbeat.incentives.terms",
        "dev.drumbeat.incentives.settlement",
        "dev.drumbeat.incentives.journal",
        "dev.drumbeat.incentives.evidence"
    };
    private static final String[] EDGES = {
        "dev.drumbeat.incentives.grpc", "dev.drumbeat.incentives.storage", "dev.drumbeat.incentives.clients"
    };

    @ArchTest
    static final ArchRule theDomainKnowsNoTechnology = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .and()
            .doNotHaveSimpleName("IncentivesApplication")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "dev.drumbeat.platform.domain..",
                    "dev.drumbeat.platform.calendar..",
                    "dev.drumbeat.incentives",
                    "dev.drumbeat.incentives.money",
                    "dev.drumbeat.incentives.terms",
                    "dev.drumbeat.incentives.settlement",
                    "dev.drumbeat.incentives.journal",
                    "dev.drumbeat.incentives.evidence");

    @ArchTest
    static final ArchRule moneyIsNeverFloating = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Double.class, Float.class, double.class, float.class);

    @ArchTest
    static final ArchRule nobodyImportsAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGES);

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther = slices().matching(
                    "dev.drumbeat.incentives.(grpc|storage|clients)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule edgesShowNothing = noClasses()
            .that()
            .resideInAnyPackage(EDGES)
            .and()
            .haveNameNotMatching(".*\\$.*")
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule timeIsAskedOfAClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyStorageKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages("dev.drumbeat.incentives.storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");
}
