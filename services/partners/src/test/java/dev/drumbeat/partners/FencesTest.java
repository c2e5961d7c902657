package dev.drumbeat.partners;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.drumbeat.partners", importOptions = DoNotIncludeTests.class)
final class FencesTest {
    @ArchTest
    static final ArchRule the_domain_is_pure_java = classes()
            .that()
            .resideInAPackage("dev.drumbeat.partners")
            .and()
            .doNotHaveSimpleName("PartnersApplication")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "org.jspecify..", "dev.drumbeat.platform.domain", "dev.drumbeat.partners"));

    @ArchTest
    static final ArchRule nobody_imports_an_edge = noClasses()
            .that()
            .resideInAPackage("dev.drumbeat.partners")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.drumbeat.partners.*");

    @ArchTest
    static final ArchRule edges_do_not_know_each_other =
            com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                    .matching("dev.drumbeat.partners.(*)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule edges_keep_to_themselves = classes()
            .that()
            .resideInAPackage("dev.drumbeat.partners.*")
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(".*\\$.*")
            .should()
            .bePackagePrivate();
}
