package dev.drumbeat.cadence;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.drumbeat.cadence", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] PURE = {"java..", "org.jspecify..", "dev.drumbeat.platform.domain.."};
    private static final String[] DOMAIN = {
        "dev.drumbeat.cadence", "dev.drumbeat.cadence.agenda", "dev.drumbeat.cadence.schedule"
    };
    private static final String[] EDGES = {
        "dev.drumbeat.cadence.grpc",
        "dev.drumbeat.cadence.storage",
        "dev.drumbeat.cadence.clients",
        "dev.drumbeat.cadence.recurrence",
        "dev.drumbeat.cadence.icalendar",
        "dev.drumbeat.cadence.minutes"
    };

    @ArchTest
    static final ArchRule theDomainKnowsNoTechnology = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .and()
            .doNotHaveSimpleName("CadenceApplication")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PURE).or(resideInAnyPackage(DOMAIN)));

    @ArchTest
    static final ArchRule nobodyImportsAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGES);

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther = slices().matching(
                    "dev.drumbeat.cadence.(grpc|storage|clients|recurrence|icalendar|minutes)..")
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
            .resideOutsideOfPackages("dev.drumbeat.cadence.storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");
}
