package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScopeTest {
    private static final PartnershipFacts ACME = new PartnershipFacts(
            "partnerships/acme", "Acme", "Owner", "Acme", ZoneId.of("America/Bahia_Banderas"), "USD");
    private static final PartnershipDirectory DIRECTORY =
            names -> names.contains(ACME.name()) ? Map.of(ACME.name(), ACME) : Map.of();

    @Test
    void a_partnership_one_is_not_on_does_not_exist() {
        Caller stranger = new Caller("people/eve", "Eve", "companies/other", false, Map.of());

        Refusal foreign = refusal(() -> stranger.scope("partnerships/acme", DIRECTORY));
        Refusal unknown = refusal(() -> stranger.scope("partnerships/acmf", DIRECTORY));

        assertThat(foreign.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(foreign.violations().getFirst().message().replace("acme", "x"))
                .isEqualTo(unknown.violations().getFirst().message().replace("acmf", "x"));
        assertThat(foreign.rule()).isEqualTo(unknown.rule());
    }

    @Test
    void an_administrator_sets_up_but_reads_no_figures() {
        Scope scope = new Caller("people/root", "Root", "companies/i", true, Map.of()).scope(ACME.name(), DIRECTORY);

        assertThat(scope.may(Activity.DEFINE_KPIS)).isTrue();
        assertThat(scope.may(Activity.READ_SCORES)).isFalse();
        assertThat(scope.side()).isEmpty();
        assertThat(scope.facts()).isEqualTo(ACME);
    }

    @Test
    void an_administrator_who_is_a_member_has_both() {
        Scope scope = member("people/root", Side.OWNER, Role.OPS, true, List.of());

        assertThat(scope.activities())
                .contains(Activity.READ_SCORES, Activity.MANAGE_PARTNERSHIPS, Activity.PROPOSE_TERMS);
    }

    @Test
    void a_service_reads_and_changes_nothing_for_anybody() {
        Scope scope = Caller.service("actions").scope(ACME.name(), DIRECTORY);

        assertThat(scope.may(Activity.READ_SCORES)).isTrue();
        assertThat(scope.may(Activity.RECORD_MEASUREMENTS)).isFalse();
        assertThat(scope.may(Activity.DEFINE_KPIS)).isFalse();
    }

    @Test
    void a_correction_is_approved_by_the_other_side_only() {
        Scope ownerLeader = member("people/olga", Side.OWNER, Role.LEADER, false, List.of());
        Actor ownOps = actor("people/otto", Side.OWNER);
        Actor otherOps = actor("people/pia", Side.PARTNER);

        ownerLeader.require(Activity.APPROVE_CORRECTION, otherOps);
        assertThat(refusal(() -> ownerLeader.require(Activity.APPROVE_CORRECTION, ownOps))
                        .rule())
                .isEqualTo("counterpart.required");
    }

    @Test
    void nobody_signs_what_they_proposed_even_after_a_promotion() {
        Scope promoted = member("people/otto", Side.OWNER, Role.LEADER, false, List.of());

        assertThat(refusal(() -> promoted.require(Activity.SIGN_TERMS, actor("people/otto", Side.OWNER)))
                        .rule())
                .isEqualTo("own_proposal.refused");
        promoted.require(Activity.SIGN_TERMS, actor("people/olga", Side.OWNER));
    }

    @Test
    void what_a_service_or_administrator_proposed_has_no_other_side() {
        Scope leader = member("people/olga", Side.OWNER, Role.LEADER, false, List.of());

        assertThat(refusal(() -> leader.requireOtherSide(actor("people/root", null)))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void a_conditional_right_is_never_granted_without_looking() {
        Scope leader = member("people/olga", Side.OWNER, Role.LEADER, false, List.of());

        assertThatThrownBy(() -> leader.require(Activity.SIGN_TERMS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_token_records_its_kpis_and_does_nothing_else() {
        Scope token = member("tokens/t", Side.PARTNER, null, false, List.of("partnerships/acme/kpis/otd"));

        assertThat(token.mayRecord("partnerships/acme/kpis/otd")).isTrue();
        assertThat(token.mayRecord("partnerships/acme/kpis/lead-time")).isFalse();
        assertThat(token.activities()).containsExactly(Activity.RECORD_MEASUREMENTS);
        assertThat(refusal(() -> token.requireRecording("partnerships/acme/kpis/lead-time"))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void a_token_for_all_kpis_records_all() {
        assertThat(member("tokens/t", Side.PARTNER, null, false, List.of()).mayRecord("partnerships/acme/kpis/any"))
                .isTrue();
    }

    @Test
    void a_viewer_records_nothing() {
        Scope viewer = member("people/vera", Side.OWNER, Role.VIEWER, false, List.of());

        assertThat(viewer.mayRecord("partnerships/acme/kpis/otd")).isFalse();
        assertThat(refusal(() -> viewer.require(Activity.COMMENT)).rule()).isEqualTo("role.comment");
    }

    @Test
    void scopes_of_a_list_leave_foreign_ones_out() {
        Caller caller = caller("people/olga", Side.OWNER, Role.LEADER, false, List.of());

        assertThat(caller.scopes(List.of("partnerships/other", ACME.name(), ACME.name())))
                .extracting(Scope::partnership)
                .containsExactly(ACME.name());
    }

    private static Scope member(
            String subject, Side side, @Nullable Role role, boolean administrator, List<String> recordableKpis) {
        return caller(subject, side, role, administrator, recordableKpis).scope(ACME.name(), names -> Map.of());
    }

    private static Caller caller(
            String subject, Side side, @Nullable Role role, boolean administrator, List<String> recordableKpis) {
        return new Caller(
                subject,
                subject,
                "companies/c",
                administrator,
                Map.of(ACME.name(), new Membership(ACME, side, role, recordableKpis)));
    }

    private static Actor actor(String subject, @Nullable Side side) {
        return new Actor(subject, subject, "companies/c", side);
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable wish) {
        return catchThrowableOfType(Refusal.class, wish);
    }
}
