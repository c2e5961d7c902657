package dev.drumbeat.platform;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.drumbeat.platform", importOptions = DoNotIncludeTests.class)
final class FencesTest {
    @ArchTest
    static final ArchRule the_domain_words_are_pure_java = classes()
            .that()
            .resideInAPackage("dev.drumbeat.platform.domain")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "dev.drumbeat.platform.domain"));

    @ArchTest
    static final ArchRule the_calendar_is_pure_java = classes()
            .that()
            .resideInAPackage("dev.drumbeat.platform.calendar")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "dev.drumbeat.platform.calendar"));

    @ArchTest
    static final ArchRule the_gateway_can_mint_and_talk_without_a_container_or_a_database = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.drumbeat.platform.clock",
                    "dev.drumbeat.platform.identity",
                    "dev.drumbeat.platform.grpc",
                    "dev.drumbeat.platform.directory",
                    "dev.drumbeat.platform.telemetry")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "jakarta..", "com.mongodb..", "org.bson..", "io.grpc.netty..");

    @ArchTest
    static final ArchRule the_container_stays_in_the_process = noClasses()
            .that()
            .resideOutsideOfPackage("dev.drumbeat.platform.process")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "jakarta..");
}
