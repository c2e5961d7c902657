package dev.drumbeat.kpis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.drumbeat.kpis", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] PURE = {"java..", "org.jspecify..", "dev.drumbeat.platform.domain.."};

    @ArchTest
    static final ArchRule theDomainKnowsNoTechnology = classes()
            .that()
            .resideInAnyPackage("dev.drumbeat.kpis", "dev.drumbeat.kpis.spc")
            .and()
            .doNotHaveSimpleName("KpisApplication")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    PURE[0],
                    PURE[1],
                    PURE[2],
                    "dev.drumbeat.kpis",
                    "dev.drumbeat.platform.calendar",
                    "dev.drumbeat.kpis.spc");

    @ArchTest
    static final ArchRule statisticsKnowNothingElse = classes()
            .that()
            .resideInAPackage("dev.drumbeat.kpis.spc")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.drumbeat.kpis.spc");

    @ArchTest
    static final ArchRule nobodyImportsAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages("dev.drumbeat.kpis.grpc", "dev.drumbeat.kpis.storage", "dev.drumbeat.kpis.csv")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.drumbeat.kpis.grpc", "dev.drumbeat.kpis.storage", "dev.drumbeat.kpis.csv");

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther =
            slices().matching("dev.drumbeat.kpis.(grpc|storage|csv)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule edgesShowNothing = noClasses()
            .that()
            .resideInAnyPackage("dev.drumbeat.kpis.grpc", "dev.drumbeat.kpis.storage", "dev.drumbeat.kpis.csv")
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
            .resideOutsideOfPackages("dev.drumbeat.kpis.storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");
}
