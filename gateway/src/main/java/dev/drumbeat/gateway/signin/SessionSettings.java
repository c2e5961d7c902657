package dev.drumbeat.gateway.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what is known of a session may be used.
 *
 * @param fresh while partners answers
 * @param watched for a page that watches, whose own pace comes on top
 * @param stale while partners can't be reached
 */
@ConfigurationProperties("drumbeat.session")
public record SessionSettings(Duration fresh, Duration watched, Duration stale) {}
