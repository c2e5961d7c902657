package dev.drumbeat.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WireTest {
    private static final ListAuditEventsRequest QUESTION = ListAuditEventsRequest.newBuilder()
            .setPartnership("partnerships/acme")
            .build();

    @Test
    void the_activities_of_the_contract_are_those_of_the_role_table() {
        assertThat(Wire.activities(EnumSet.allOf(Activity.class)))
                .containsExactly(Arrays.stream(dev.drumbeat.proto.common.v1.Activity.values())
                        .filter(activity -> activity != dev.drumbeat.proto.common.v1.Activity.ACTIVITY_UNSPECIFIED
                                && activity != dev.drumbeat.proto.common.v1.Activity.UNRECOGNIZED)
                        .toArray(dev.drumbeat.proto.common.v1.Activity[]::new));
    }

    @Test
    void sides_and_roles_go_out_and_come_back() {
        for (Side side : Side.values()) {
            assertThat(Wire.side("side", Wire.side(side))).isEqualTo(side);
        }
        for (Role role : Role.values()) {
            assertThat(Wire.role("role", Wire.role(role))).isEqualTo(role);
        }
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Wire.role("role", Wire.role(null)));
        assertThat(refusal.field()).isEqualTo("role");
    }

    @Test
    void a_page_token_belongs_to_its_question_and_its_asker() {
        String token = as("people/ada", () -> PageTokens.of(QUESTION).next(new Page<>(List.of("x"), "position")));

        assertThat(as(
                        "people/ada",
                        () -> PageTokens.of(asking(QUESTION, 0, token)).wanted()))
                .isEqualTo(new Page.Wanted(25, "position"));
        assertThat(as(
                                "people/ada",
                                () -> PageTokens.of(asking(QUESTION, 3, token)).wanted())
                        .after())
                .isEqualTo("position");
        assertForeign("people/bob", QUESTION, token);
        assertForeign(
                "people/ada",
                QUESTION.toBuilder().setPartnership("partnerships/other").build(),
                token);
        assertForeign("people/ada", QUESTION, "made-up");
        assertForeign("people/ada", QUESTION, "x".repeat(5_000));
    }

    @Test
    void a_page_has_at_most_a_hundred_items() {
        assertThat(as(
                                "people/ada",
                                () -> PageTokens.of(asking(QUESTION, 5_000, "")).wanted())
                        .size())
                .isEqualTo(100);
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> as(
                                        "people/ada",
                                        () -> PageTokens.of(asking(QUESTION, -1, ""))
                                                .wanted()))
                        .field())
                .isEqualTo("page_size");
    }

    private static void assertForeign(String asker, ListAuditEventsRequest question, String token) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> as(asker, () -> PageTokens.of(asking(question, 0, token)).wanted()));
        assertThat(refusal.rule()).isEqualTo("page_token.foreign");
    }

    private static ListAuditEventsRequest asking(ListAuditEventsRequest question, int pageSize, String pageToken) {
        return question.toBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
    }

    private static <T> T as(String subject, java.util.function.Supplier<T> work) {
        Caller caller = new Caller(subject, subject, "companies/c", false, Map.of());
        io.grpc.Context context = CallerContext.with(caller, null);
        io.grpc.Context before = context.attach();
        try {
            return work.get();
        } finally {
            context.detach(before);
        }
    }
}
