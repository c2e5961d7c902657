package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.AuditEvent;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What is written down of what was done, and what never is. */
final class TrailTest extends TwoPartnerships {
    @Test
    void the_trail_tells_members_everything_and_an_administrator_who_did_what_when() {
        AuditEvent event = audit("people/otto", ACME).stream()
                .filter(found -> found.getSubject().equals(ACME + "/members/otto"))
                .findFirst()
                .orElseThrow();

        assertThat(event.getAction()).isEqualTo("membership.granted");
        assertThat(event.getActor().getSubject()).isEqualTo(House.ADMINISTRATOR);
        assertThat(event.getAfterJson()).isEqualTo("{\"side\":\"OWNER\",\"role\":\"OPS\"}");
        assertThat(audit(House.ADMINISTRATOR, ACME))
                .allMatch(seen -> seen.getAfterJson().isEmpty());
        assertThat(refusalOf(() -> audit("people/axel", ACME)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(audit(House.ADMINISTRATOR, ""))
                .anyMatch(seen -> seen.getAction().equals("person.created"));
        assertThat(refusalOf(() -> audit("people/olga", "")).reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void no_password_secret_or_address_is_readable_in_what_is_stored() {
        house.person("stored", acme);
        String session = house.signIn("stored@example.com", House.PASSWORD).getSecret();
        String token = createToken(House.ADMINISTRATOR, ACME);
        StringBuilder everything = new StringBuilder();
        StringBuilder trail = new StringBuilder();
        for (String collection : house.store.database().listCollectionNames()) {
            for (Document document :
                    house.store.database().getCollection(collection).find()) {
                (collection.equals("audit") ? trail : everything).append(document.toJson());
            }
        }

        assertThat(everything.toString() + trail).doesNotContain(House.PASSWORD, session, token);
        assertThat(trail.toString()).doesNotContain("@example.com");
        assertThat(everything.toString()).contains("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
