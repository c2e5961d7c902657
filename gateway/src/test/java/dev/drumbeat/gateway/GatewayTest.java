package dev.drumbeat.gateway;

import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.House;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.grpc.Status;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One gateway and one house for all tests of this kind. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class GatewayTest {
    static final House HOUSE = new House();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void house(DynamicPropertyRegistry registry) {
        HOUSE.describeTo(registry);
    }

    @Autowired
    CircuitBreakerRegistry breakers;

    /** Everything is well and nobody was asked yet. */
    @BeforeEach
    void forgetCalls() {
        HOUSE.partnersServer.failWith(Status.OK);
        HOUSE.kpisServer.failWith(Status.OK);
        HOUSE.actionsServer.failWith(Status.OK);
        HOUSE.cadenceServer.failWith(Status.OK);
        HOUSE.incentivesServer.failWith(Status.OK);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        HOUSE.partnersServer.forgetCalls();
        HOUSE.kpisServer.forgetCalls();
        HOUSE.actionsServer.forgetCalls();
        HOUSE.cadenceServer.forgetCalls();
        HOUSE.incentivesServer.forgetCalls();
    }

    Browser browser() {
        return new Browser(port);
    }
}
