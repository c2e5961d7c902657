package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.common.v1.Activity;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenResponse;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.IngestionToken;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensRequest;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ResolveIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.RevokeIngestionTokenRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IngestionTokenTest {
    private static final String ACME = "partnerships/acme";
    private static final String KPI = ACME + "/kpis/on-time-delivery";

    private final House house = new House();
    private Company acme = Company.getDefaultInstance();

    @BeforeAll
    void furnish() {
        Company owner = house.company("Owner Inc");
        acme = house.company("Acme GmbH");
        house.partnership("acme", owner, acme);
        house.partnership("other", owner, house.company("Other"));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void its_holder_is_known_by_the_secret_and_may_record_its_kpis_on_one_partnership() {
        CreateIngestionTokenResponse made = create(wish(KPI));

        Caller caller = resolve(made.getSecret());

        assertThat(made.getSecret()).startsWith("dbt_").hasSizeGreaterThan(40);
        assertThat(caller.getSubject()).startsWith("tokens/");
        assertThat(caller.getCompany()).isEqualTo(acme.getName());
        assertThat(caller.getMembershipsCount()).isEqualTo(1);
        assertThat(caller.getMemberships(0).getPartnership()).isEqualTo(ACME);
        assertThat(caller.getMemberships(0).getSide()).isEqualTo(Side.SIDE_PARTNER);
        assertThat(caller.getMemberships(0).getRecordableKpisList()).containsExactly(KPI);
        assertThat(house.as(caller.getSubject())
                        .getPartnership(
                                GetPartnershipRequest.newBuilder().setName(ACME).build())
                        .getCallerActivitiesList())
                .containsExactly(Activity.ACTIVITY_RECORD_MEASUREMENTS);
        assertThat(refusalOf(() -> house.as(caller.getSubject())
                                .listMembers(ListMembersRequest.newBuilder()
                                        .setPartnership(ACME)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> house.as(caller.getSubject())
                                .getPartnership(GetPartnershipRequest.newBuilder()
                                        .setName("partnerships/other")
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void the_same_wish_gets_the_same_secret_even_after_a_restart() {
        CreateIngestionTokenRequest wish = wish(KPI);
        CreateIngestionTokenResponse first = create(wish);

        house.restart();

        assertThat(create(wish)).isEqualTo(first);
        assertThat(create(wish(KPI)).getSecret()).isNotEqualTo(first.getSecret());
    }

    @Test
    void it_ends_after_ninety_days() {
        CreateIngestionTokenResponse made = create(wish());
        assertThat(made.getIngestionToken().getExpiresAt().getSeconds()
                        - made.getIngestionToken().getCreatedAt().getSeconds())
                .isEqualTo(Duration.ofDays(90).toSeconds());

        house.clock.advance(Duration.ofDays(90).minusSeconds(1));
        Caller caller = resolve(made.getSecret());
        house.clock.advance(Duration.ofSeconds(1));

        assertUnusable(made.getSecret());
        assertThat(refusalOf(() -> house.as(caller.getSubject())
                                .getPartnership(GetPartnershipRequest.newBuilder()
                                        .setName(ACME)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.UNAUTHENTICATED);
    }

    @Test
    void a_revoked_one_ends_at_once_and_stays_in_the_list() {
        CreateIngestionTokenResponse made = create(wish());

        IngestionToken revoked = house.administrator()
                .revokeIngestionToken(RevokeIngestionTokenRequest.newBuilder()
                        .setName(made.getIngestionToken().getName())
                        .setReason("leaked")
                        .setRequestId(House.request())
                        .build());

        assertThat(revoked.hasRevokedAt()).isTrue();
        assertUnusable(made.getSecret());
        assertThat(list()).extracting(IngestionToken::getName).contains(revoked.getName());
    }

    @Test
    void a_token_is_not_revoked_by_another_partnerships_name() {
        String name = create(wish()).getIngestionToken().getName();

        assertThat(refusalOf(() -> house.administrator()
                                .revokeIngestionToken(RevokeIngestionTokenRequest.newBuilder()
                                        .setName(name.replace("acme", "other"))
                                        .setRequestId(House.request())
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void its_last_use_is_seen_to_the_minute() {
        CreateIngestionTokenResponse made = create(wish());
        assertThat(find(made).hasLastUsedAt()).isFalse();

        resolve(made.getSecret());
        long first = find(made).getLastUsedAt().getSeconds();
        house.clock.advance(Duration.ofSeconds(59));
        resolve(made.getSecret());
        assertThat(find(made).getLastUsedAt().getSeconds()).isEqualTo(first);
        house.clock.advance(Duration.ofSeconds(1));
        resolve(made.getSecret());
        assertThat(find(made).getLastUsedAt().getSeconds()).isEqualTo(first + 60);
    }

    @Test
    void unknown_and_malformed_secrets_get_one_answer() {
        for (String secret : List.of("", "dbt_", "dbt_unknown", "x".repeat(400), "dbt_" + "x".repeat(400))) {
            assertUnusable(secret);
        }
    }

    @Test
    void kpis_of_another_partnership_are_refused_by_their_place_in_the_list() {
        Refusal refusal = refusalOf(() -> create(wish(KPI, "partnerships/other/kpis/x", "rubbish")));

        assertThat(refusal.violations())
                .extracting(violation -> violation.field())
                .containsExactly("recordable_kpis[1]", "recordable_kpis[2]");
    }

    private CreateIngestionTokenResponse create(CreateIngestionTokenRequest wish) {
        return house.administrator().createIngestionToken(wish);
    }

    private static CreateIngestionTokenRequest wish(String... kpis) {
        return CreateIngestionTokenRequest.newBuilder()
                .setPartnership(ACME)
                .setDisplayName("nightly export")
                .setSide(Side.SIDE_PARTNER)
                .addAllRecordableKpis(List.of(kpis))
                .setRequestId(House.request())
                .build();
    }

    private Caller resolve(String secret) {
        return house.gateway()
                .resolveIngestionToken(ResolveIngestionTokenRequest.newBuilder()
                        .setSecret(secret)
                        .build());
    }

    private void assertUnusable(String secret) {
        Refusal refusal = refusalOf(() -> resolve(secret));
        assertThat(refusal.reason()).isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(refusal.rule()).isEqualTo("token.unusable");
    }

    private List<IngestionToken> list() {
        return house.administrator()
                .listIngestionTokens(ListIngestionTokensRequest.newBuilder()
                        .setPartnership(ACME)
                        .setPageSize(100)
                        .build())
                .getIngestionTokensList();
    }

    private IngestionToken find(CreateIngestionTokenResponse made) {
        return list().stream()
                .filter(token -> token.getName().equals(made.getIngestionToken().getName()))
                .findFirst()
                .orElseThrow();
    }
}
