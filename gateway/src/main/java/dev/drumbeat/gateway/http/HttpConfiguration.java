package dev.drumbeat.gateway.http;

import dev.drumbeat.gateway.graphql.DocumentSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter(
            @Value("${dgs.graphql.graphiql.enabled}") boolean graphiqlEnabled) {
        return ordered(new FilterRegistrationBean<>(new HeadersFilter(graphiqlEnabled ? "/graphiql" : "")), 0);
    }

    @Bean
    FilterRegistrationBean<GraphQlBodyFilter> graphQlBodyFilter(DocumentSettings settings) {
        return ordered(new FilterRegistrationBean<>(new GraphQlBodyFilter(settings.bodyBytes())), 30);
    }

    private static <F extends FilterRegistrationBean<?>> F ordered(F registration, int order) {
        registration.setOrder(order);
        return registration;
    }
}
