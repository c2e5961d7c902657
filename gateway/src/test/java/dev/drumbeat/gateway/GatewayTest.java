package dev.drumbeat.gateway;

import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.House;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void forgetCalls() {
        HOUSE.partnersServer.forgetCalls();
        HOUSE.kpisServer.forgetCalls();
    }

    Browser browser() {
        return new Browser(port);
    }
}
