package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RoleTableTest {
    private final RoleTable table = RoleTable.get();

    /** The table of the architecture page, said once more in another form: who may, in any way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READ_SCORES          | OWNER_LEADER OWNER_OPS OWNER_VIEWER PARTNER_LEADER PARTNER_OPS PARTNER_VIEWER",
                "READ_OWNER_NOTES     | OWNER_LEADER OWNER_OPS",
                "READ_MONEY           | OWNER_LEADER OWNER_OPS PARTNER_LEADER",
                "RECORD_MEASUREMENTS  | OWNER_OPS PARTNER_OPS TOKEN",
                "PROPOSE_CORRECTION   | OWNER_OPS PARTNER_OPS",
                "APPROVE_CORRECTION   | OWNER_LEADER PARTNER_LEADER",
                "COMMENT              | OWNER_LEADER OWNER_OPS PARTNER_LEADER PARTNER_OPS",
                "PROGRESS_ACTION      | OWNER_LEADER OWNER_OPS PARTNER_LEADER PARTNER_OPS",
                "ACCEPT_CLOSURE       | OWNER_LEADER OWNER_OPS PARTNER_LEADER PARTNER_OPS",
                "PROPOSE_TERMS        | OWNER_OPS PARTNER_OPS",
                "SIGN_TERMS           | OWNER_LEADER PARTNER_LEADER",
                "RUN_MEETINGS         | OWNER_LEADER OWNER_OPS PARTNER_LEADER PARTNER_OPS",
                "READ_MEETINGS        | OWNER_LEADER OWNER_OPS OWNER_VIEWER PARTNER_LEADER PARTNER_OPS PARTNER_VIEWER",
                "READ_AUDIT           | OWNER_LEADER OWNER_OPS PARTNER_LEADER PARTNER_OPS",
                "READ_AUDIT_METADATA  | OWNER_LEADER OWNER_OPS PARTNER_LEADER PARTNER_OPS ADMIN",
                "MANAGE_OWN_PEOPLE    | OWNER_LEADER PARTNER_LEADER",
                "MANAGE_ALL_PEOPLE    | ADMIN",
                "MANAGE_PARTNERSHIPS  | ADMIN",
                "DEFINE_KPIS          | OWNER_OPS ADMIN",
                "CHANGE_LADDER        | OWNER_LEADER PARTNER_LEADER",
            })
    void only_the_seats_named_on_the_architecture_page_may(Activity activity, String seats) {
        Set<Seat> named = Arrays.stream(seats.split(" ")).map(Seat::valueOf).collect(Collectors.toSet());

        assertThat(EnumSet.allOf(Seat.class).stream()
                        .filter(seat -> table.grant(activity, seat) != Grant.NO)
                        .collect(Collectors.toSet()))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void every_activity_is_decided_for_somebody(Activity activity) {
        assertThat(Arrays.stream(Seat.values()).map(seat -> table.grant(activity, seat)))
                .as("a row for %s", activity)
                .anyMatch(grant -> grant != Grant.NO);
    }

    @Test
    void conditions_are_those_of_the_architecture_page() {
        assertThat(table.grant(Activity.APPROVE_CORRECTION, Seat.OWNER_LEADER)).isEqualTo(Grant.OTHER_SIDE);
        assertThat(table.grant(Activity.SIGN_TERMS, Seat.PARTNER_LEADER)).isEqualTo(Grant.NOT_OWN);
        assertThat(table.grant(Activity.ACCEPT_CLOSURE, Seat.OWNER_OPS)).isEqualTo(Grant.NOT_OWN);
        assertThat(table.grant(Activity.ACCEPT_CLOSURE, Seat.OWNER_LEADER)).isEqualTo(Grant.YES);
        assertThat(table.grant(Activity.RECORD_MEASUREMENTS, Seat.TOKEN)).isEqualTo(Grant.ITS_KPIS);
    }

    @Test
    void what_the_table_does_not_name_is_refused() {
        RoleTable empty = RoleTable.parse("activity,ADMIN\n");

        assertThat(empty.grant(Activity.MANAGE_PARTNERSHIPS, Seat.ADMIN)).isEqualTo(Grant.NO);
    }

    @Test
    void a_table_with_a_typing_error_stops_the_process() {
        assertThatThrownBy(() -> RoleTable.parse("activity,ADMIN\nREAD_SCORES,perhaps\n"))
                .hasMessageContaining("perhaps");
        assertThatThrownBy(() -> RoleTable.parse("activity,ADMIN\nREAD_SCORES,yes,yes\n"))
                .hasMessageContaining("READ_SCORES");
        assertThatThrownBy(() -> RoleTable.parse("activity,ADMIN\nREAD_SCORES,yes\nREAD_SCORES,-\n"))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> RoleTable.parse("activity,BOSS\nREAD_SCORES,yes\n"))
                .hasMessageContaining("BOSS");
    }
}
