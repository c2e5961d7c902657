package dev.drumbeat.gateway.http;

import dev.drumbeat.gateway.graphql.DocumentSettings;
import dev.drumbeat.gateway.services.ServiceSettings;
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
    FilterRegistrationBean<GraphQlBodyFilter> graphQlBodyFilter(DocumentSettings documents, ServiceSettings services) {
        return ordered(
                new FilterRegistrationBean<>(new GraphQlBodyFilter(documents.bodyBytes(), services.requestLimit())),
                30);
    }

    private static <F extends FilterRegistrationBean<?>> F ordered(F registration, int order) {
        registration.setOrder(order);
        return registration;
    }
}
