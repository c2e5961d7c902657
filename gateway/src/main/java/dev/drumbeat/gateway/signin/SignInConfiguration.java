package dev.drumbeat.gateway.signin;

import dev.drumbeat.gateway.http.HttpSettings;
import dev.drumbeat.gateway.services.ServiceSettings;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    /** After the headers and the limit of the body, before everything that answers. */
    static final int ORDER = 20;

    @Bean
    FilterRegistrationBean<AskerFilter> askerFilter(Sessions sessions, ServiceSettings services, HttpSettings http) {
        FilterRegistrationBean<AskerFilter> registration =
                new FilterRegistrationBean<>(new AskerFilter(sessions, services, new SameSite(http.trustedOrigins())));
        registration.setOrder(ORDER);
        return registration;
    }

    /** As soon as it is known who asks. */
    @Bean
    FilterRegistrationBean<TokenLane> tokenLane(BulkheadRegistry bulkheads) {
        FilterRegistrationBean<TokenLane> registration =
                new FilterRegistrationBean<>(new TokenLane(bulkheads.bulkhead("tokens")));
        registration.setOrder(ORDER + 1);
        return registration;
    }
}
