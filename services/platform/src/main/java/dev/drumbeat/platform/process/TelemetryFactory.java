package dev.drumbeat.platform.process;

import dev.drumbeat.platform.telemetry.CallFigures;
import dev.drumbeat.platform.telemetry.Meters;
import dev.drumbeat.platform.telemetry.Tracing;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Figures and traces of this process. */
@Factory
final class TelemetryFactory {
    @Singleton
    @Bean(preDestroy = "close")
    Meters meters(@Value("${micronaut.application.name:service}") String process) {
        return new Meters(process);
    }

    @Singleton
    CallFigures callFigures(Meters meters) {
        return new CallFigures(meters);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Tracing tracing(@Value("${micronaut.application.name:service}") String process) {
        return Tracing.begin(process, System.getenv());
    }
}
