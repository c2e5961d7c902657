package dev.drumbeat.gateway.http;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What holds for every request.
 *
 * @param trustedOrigins origins besides our own whose pages may change something here, such as a development server's
 * @param importBytes the largest file that is taken in
 */
@ConfigurationProperties("drumbeat")
public record HttpSettings(Set<String> trustedOrigins, long importBytes) {}
