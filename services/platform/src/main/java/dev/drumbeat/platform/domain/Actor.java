package dev.drumbeat.platform.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, as facts and the audit trail keep it.
 *
 * @param subject {@code people/{person}}, {@code tokens/{token}} or {@code services/{service}}
 * @param displayName the name as it was then
 * @param company {@code companies/{company}}; empty for a service
 * @param side the side it was done for; null for an administrator or a service
 */
public record Actor(
        String subject,
        String displayName,
        String company,
        @Nullable Side side) {
    public static Actor service(String name) {
        return new Actor("services/" + name, name, "", null);
    }
}
