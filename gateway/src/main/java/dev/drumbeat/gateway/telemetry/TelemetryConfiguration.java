package dev.drumbeat.gateway.telemetry;

import dev.drumbeat.platform.telemetry.Meters;
import dev.drumbeat.platform.telemetry.OperatorPort;
import dev.drumbeat.platform.telemetry.Tracing;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures, traces and the operator's port of this process. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    private static final String PROCESS = "gateway";
    /** Outside of everything else. */
    private static final int FIRST = -10;

    /** With the state of every breaker and bulkhead. */
    @Bean(destroyMethod = "close")
    Meters meters(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        Meters meters = new Meters(PROCESS);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters.registry());
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters.registry());
        return meters;
    }

    @Bean(destroyMethod = "close")
    Tracing tracing() {
        return Tracing.begin(PROCESS, System.getenv());
    }

    @Bean(destroyMethod = "close")
    OperatorPort operatorPort(
            @Value("${drumbeat.operator.host}") String host,
            @Value("${drumbeat.operator.port}") int port,
            Meters meters,
            ApplicationAvailability availability) {
        return new OperatorPort(
                host, port, meters, () -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Bean
    FilterRegistrationBean<RequestFilter> requestFilter(Tracing tracing, AnswerFigures figures) {
        FilterRegistrationBean<RequestFilter> registration =
                new FilterRegistrationBean<>(new RequestFilter(tracing, figures));
        registration.setOrder(FIRST);
        return registration;
    }
}
