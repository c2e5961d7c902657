package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.common.v1.Activity;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import dev.drumbeat.proto.partners.v1.RevokeIngestionTokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who a caller is, what each sees of partnerships, companies and people. */
final class DirectoryTest extends TwoPartnerships {
    @Test
    void a_service_learns_who_a_caller_is_on_every_partnership() {
        var caller = house.as("services/kpis")
                .resolveCaller(ResolveCallerRequest.newBuilder()
                        .setSubject("people/olga")
                        .build());

        assertThat(caller.getDisplayName()).isEqualTo("Person olga");
        assertThat(caller.getCompany()).isEqualTo(owner.getName());
        assertThat(caller.getMembershipsList())
                .extracting(CallerMembership::getPartnership)
                .containsExactly(ACME, BOLT);
        CallerMembership first = caller.getMemberships(0);
        assertThat(first.getSide()).isEqualTo(Side.SIDE_OWNER);
        assertThat(first.getRole()).isEqualTo(Role.ROLE_LEADER);
        assertThat(first.getTimeZone()).isEqualTo("America/Bahia_Banderas");
        assertThat(first.getCurrency()).isEqualTo("USD");
        assertThat(first.getPartnerCompany()).isEqualTo("Acme GmbH");
    }

    @Test
    void a_partnership_says_what_its_reader_is_and_may() {
        Partnership seen = get("people/otto", ACME);

        assertThat(seen.getCallerSide()).isEqualTo(Side.SIDE_OWNER);
        assertThat(seen.getCallerRole()).isEqualTo(Role.ROLE_OPS);
        assertThat(seen.getCallerActivitiesList())
                .contains(Activity.ACTIVITY_PROPOSE_TERMS, Activity.ACTIVITY_DEFINE_KPIS)
                .doesNotContain(Activity.ACTIVITY_SIGN_TERMS, Activity.ACTIVITY_MANAGE_PARTNERSHIPS);
        assertThat(seen.getOwner().getDisplayName()).isEqualTo("Owner Inc");
        assertThat(get(House.ADMINISTRATOR, ACME).getCallerSide()).isEqualTo(Side.SIDE_UNSPECIFIED);
    }

    /** What bea of Bolt asks about Acme, and what she would ask about nothing at all, must have one answer. */
    @Test
    void a_foreign_partnership_does_not_exist_whatever_is_asked() {
        List<Consumer<String>> questions = List.of(
                name -> get("people/bea", name),
                name -> members("people/bea", name),
                name -> audit("people/bea", name),
                name -> grant("people/bea", name, "people/bea", Role.ROLE_LEADER),
                name -> revoke("people/bea", name + "/members/olga"),
                name -> createToken("people/bea", name),
                name -> house.as("people/bea")
                        .listIngestionTokens(ListIngestionTokensRequest.newBuilder()
                                .setPartnership(name)
                                .build()),
                name -> house.as("people/bea")
                        .revokeIngestionToken(RevokeIngestionTokenRequest.newBuilder()
                                .setName(name + "/ingestionTokens/t")
                                .setRequestId(House.request())
                                .build()));
        for (Consumer<String> question : questions) {
            Refusal foreign = refusalOf(() -> question.accept(ACME));
            Refusal nothing = refusalOf(() -> question.accept("partnerships/none"));
            assertThat(foreign.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(messages(foreign).replace("acme", "none")).isEqualTo(messages(nothing));
        }
        assertThat(batch("people/bea", ACME, BOLT, "partnerships/none", "rubbish"))
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list("people/bea", "").getPartnershipsList())
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list("people/bea", "acme").getPartnershipsCount()).isZero();
        assertThat(companies("people/bea")).containsExactly("Bolt SA", "Owner Inc");
    }

    @Test
    void partnerships_are_found_by_any_part_of_their_name_and_regular_expressions_are_just_text() {
        assertThat(list("people/olga", "SHIP B").getPartnershipsList())
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list(House.ADMINISTRATOR, "SHIP B").getPartnershipsList())
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list(House.ADMINISTRATOR, ".*").getPartnershipsCount()).isZero();
        assertThat(list(House.ADMINISTRATOR, "\\E.*\\Q").getPartnershipsCount()).isZero();
        assertThat(refusalOf(() -> list(House.ADMINISTRATOR, "x".repeat(101))).field())
                .isEqualTo("search");
    }

    @Test
    void a_list_is_read_page_by_page() {
        for (String subject : List.of("people/olga", House.ADMINISTRATOR)) {
            List<String> read = new ArrayList<>();
            String token = "";
            do {
                ListPartnershipsResponse page = house.as(subject)
                        .listPartnerships(ListPartnershipsRequest.newBuilder()
                                .setPageSize(1)
                                .setPageToken(token)
                                .build());
                page.getPartnershipsList().forEach(partnership -> read.add(partnership.getName()));
                token = page.getNextPageToken();
            } while (!token.isEmpty());
            assertThat(read)
                    .as(subject)
                    .contains(ACME, BOLT)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void both_sides_see_who_is_on_it_but_addresses_of_the_own_company_only() {
        assertThat(members("people/anna", ACME))
                .extracting(member -> member.getPerson().getName())
                .containsExactly("people/olga", "people/otto", "people/anna", "people/axel");
        assertThat(members("people/anna", ACME))
                .filteredOn(member -> member.getSide() == Side.SIDE_OWNER)
                .allMatch(member -> member.getPerson().getEmail().isEmpty());
        assertThat(members("people/anna", ACME))
                .filteredOn(member -> member.getSide() == Side.SIDE_PARTNER)
                .allMatch(member -> member.getPerson().getEmail().endsWith("@example.com"));
        assertThat(members(House.ADMINISTRATOR, ACME))
                .noneMatch(member -> member.getPerson().getEmail().isEmpty());
    }

    @Test
    void operators_of_the_database_are_just_text() {
        for (String name : List.of(
                "partnerships/{\"$ne\":null}",
                "partnerships/$ne",
                "partnerships/..",
                "partnerships/\u0000",
                "$where")) {
            assertThat(refusalOf(() -> get(House.ADMINISTRATOR, name)).reason()).isEqualTo(Reason.NOT_FOUND);
        }
        assertThat(batch(House.ADMINISTRATOR, "partnerships/$ne", "$where")).isEmpty();
        assertThat(refusalOf(() -> house.signIn("{\"$ne\":null}", "{\"$ne\":null}!!"))
                        .rule())
                .isEqualTo("sign_in.wrong");
    }

    private static String messages(Refusal refusal) {
        return refusal.violations().toString();
    }
}
