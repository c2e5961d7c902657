package dev.drumbeat.actions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.drumbeat.actions", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] EDGES = {
        "dev.drumbeat.actions.grpc",
        "dev.drumbeat.actions.storage",
        "dev.drumbeat.actions.clients",
        "dev.drumbeat.actions.process"
    };

    @ArchTest
    static final ArchRule theDomainKnowsNoTechnology = classes()
            .that()
            .resideInAPackage("dev.drumbeat.actions")
            .and()
            .doNotHaveSimpleName("ActionsApplication")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.drumbeat.platform.domain..", "dev.drumbeat.actions");

    @ArchTest
    static final ArchRule nobodyImportsAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGES);

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther = slices().matching(
                    "dev.drumbeat.actions.(grpc|storage|clients|process)..")
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
            .resideOutsideOfPackages("dev.drumbeat.actions.storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");
}
