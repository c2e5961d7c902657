package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Things of the directory for tests that do not care about most of what they are made of. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    public static Company company(String id) {
        return company(id, "Company " + id);
    }

    public static Company company(String id, String displayName) {
        return new Company(id, displayName, ZoneId.of("America/Bahia_Banderas"));
    }

    public static Person person(String id) {
        return new Person(id, "Person " + id, id + "@example.com", "acme", false, null);
    }

    public static Account account(Person person) {
        return Account.opened(person, "hash of " + person.id());
    }

    public static Partnership partnership(String id, String... people) {
        Partnership partnership = new Partnership(
                id,
                "Partnership " + id,
                company("owner"),
                company("acme"),
                ZoneId.of("America/Bahia_Banderas"),
                "USD",
                "from deliveries",
                List.of());
        for (String person : people) {
            partnership = partnership.with(new Member(person, Side.PARTNER, Role.OPS, NOW));
        }
        return partnership;
    }

    public static IngestionToken token(String id, String partnership, Instant createdAt) {
        return new IngestionToken(
                id,
                partnership,
                "nightly export",
                Side.PARTNER,
                "acme",
                List.of("partnerships/" + partnership + "/kpis/otd"),
                "salt of " + id,
                Ids.hash("secret of " + id),
                createdAt,
                createdAt.plus(IngestionToken.LIFE),
                null,
                null);
    }
}
