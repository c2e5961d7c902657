package dev.drumbeat.systemtests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import io.grpc.Status;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who is nobody, somebody else, or not any more who they were. */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityAbuseTest {
    private static final String READ = "query Q($slug: String!) { partnership(slug: $slug) { displayName } }";
    /** A change that was made counts here within this time, however it is remembered. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final TestHouse house;
    private final Partnership partnership;
    private final Caller administrator;
    private final Refusals refusals = new Refusals();

    IdentityAbuseTest(TestHouse house) {
        this.house = house;
        this.partnership = World.another(house.api(), "mulberry", "Mulberry");
        this.administrator = house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
    }

    @AfterAll
    void tell() {
        System.out.println("Abuse of identities: " + refusals.inWords());
    }

    @Test
    void no_method_of_any_service_answers_who_brings_no_identity_or_a_forged_one() {
        String before = partnership.state(house.api());
        SigningKey own = SigningKey.read(house.house().keys().resolve("gateway.private.jwk"));
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        String person = "people/" + partnership.person(Seat.OWNER_LEADER);
        try (DirectCalls direct = new DirectCalls(house.house())) {
            assertNobodyIsLetIn(direct, null);
            for (String forged : List.of(
                    "nonsense",
                    "",
                    "a.b.c",
                    new IdentityMinter(SigningKey.generate("gateway"), Clock.systemUTC()).token(person),
                    new IdentityMinter(SigningKey.generate("kpis"), Clock.systemUTC()).service(),
                    new IdentityMinter(own, yesterday).token(person),
                    new IdentityMinter(own, Clock.systemUTC()).token("people/nobody-at-all"),
                    new IdentityMinter(
                                    SigningKey.read(house.house().keys().resolve("actions.private.jwk")),
                                    Clock.systemUTC())
                            .token(person))) {
                assertNobodyIsLetIn(direct, "Bearer " + forged);
            }
            assertNobodyIsLetIn(direct, "Basic YWRtaW46YWRtaW4=");
        }
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    private static void assertNobodyIsLetIn(DirectCalls direct, @Nullable String authorization) {
        assertThat(direct.callAll(authorization)).hasSizeGreaterThan(100).allSatisfy(answered -> {
            assertThat(answered.status().getCode())
                    .as("%s with %s: %s", answered.method(), authorization, answered.status())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(answered.messages()).isZero();
        });
    }

    @Test
    void the_secret_of_a_calendar_opens_nothing_but_the_calendar() {
        Caller person = partnership.signIn(house.api(), Seat.PARTNER_LEADER);
        String path = person.change(
                        Setup.document("createCalendarFeed", "path"),
                        "createCalendarFeed",
                        Map.of(
                                "displayName",
                                "phone",
                                "requestId",
                                UUID.randomUUID().toString()))
                .get("path")
                .getAsString();
        String secret = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(house.api().get(path).body()).startsWith("BEGIN:VCALENDAR");

        refusals.refusedDocument(house.api().token(secret), READ, Map.of("slug", partnership.slug()), "TOKEN_INVALID");
        assertThat(house.api().token(secret).get("/api/portfolio.csv").statusCode())
                .isEqualTo(401);
        Caller nobody = house.api().nobody();
        assertThat(nobody.send(HttpRequest.newBuilder(house.api().address().resolve("/api/portfolio.csv"))
                                .header("Cookie", "drumbeat-session=" + secret)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        String session = person.cookies().get("drumbeat-session");
        assertThat(house.api().get("/calendar/" + session + ".ics").statusCode())
                .as("a session is no calendar either")
                .isEqualTo(404);
        String token = new Setup(administrator).token(partnership.slug(), "mulberry's plant", "PARTNER");
        assertThat(house.api().get("/calendar/" + token + ".ics").statusCode()).isEqualTo(404);
    }

    @Test
    void who_is_taken_off_in_mid_session_reads_and_changes_nothing_any_more() {
        Setup setup = new Setup(administrator);
        String slug = "mulberry-temporary";
        setup.person(slug, "Mulberry temporary", partnership.partner(), Partnership.PASSWORD);
        setup.member(partnership.slug(), slug, "OPS");
        Caller person = house.api().signIn(Setup.email(slug), Partnership.PASSWORD);
        assertThat(reads(person)).isTrue();

        revoke(slug);
        Awaitility.await("the session knows of nothing any more")
                .atMost(REMEMBERED)
                .until(() -> !reads(person));
        soon(() -> refusals.refused(person, "openAction", action("A last word"), "RESOURCE_NOT_FOUND"));
        String before = partnership.state(house.api());
        refusals.refused(person, "openAction", action("A last word"), "RESOURCE_NOT_FOUND");
        refusals.refused(person, "recordMeasurements", figure("12"), "RESOURCE_NOT_FOUND");
        assertThat(person.get("/api/partnerships/" + partnership.slug() + "/measurements.csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void who_gets_a_smaller_role_in_mid_session_has_the_smaller_role() {
        Setup setup = new Setup(administrator);
        String slug = "mulberry-demoted";
        setup.person(slug, "Mulberry demoted", partnership.partner(), Partnership.PASSWORD);
        setup.member(partnership.slug(), slug, "OPS");
        Caller person = house.api().signIn(Setup.email(slug), Partnership.PASSWORD);
        new Setup(person).openAction(partnership.slug(), "Something as OPS", "3 of 40 are too wide.");

        setup.member(partnership.slug(), slug, "VIEWER");
        Awaitility.await("the smaller role")
                .atMost(REMEMBERED)
                .until(() -> role(person).equals("VIEWER"));
        soon(() -> refusals.refused(person, "openAction", action("As a VIEWER"), "ROLE_.*"));
        soon(() -> refusals.refused(person, "recordMeasurements", figure("12"), "ROLE_RECORD_MEASUREMENTS"));
        String before = partnership.state(house.api());
        refusals.refused(person, "openAction", action("As a VIEWER"), "ROLE_.*");
        refusals.refused(person, "recordMeasurements", figure("12"), "ROLE_RECORD_MEASUREMENTS");
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void who_left_the_company_is_signed_out_everywhere() {
        Setup setup = new Setup(administrator);
        String slug = "mulberry-leaver";
        setup.person(slug, "Mulberry leaver", partnership.partner(), Partnership.PASSWORD);
        setup.member(partnership.slug(), slug, "LEADER");
        Caller person = house.api().signIn(Setup.email(slug), Partnership.PASSWORD);
        assertThat(reads(person)).isTrue();
        administrator.change(
                Setup.document("deactivatePerson", "__typename"),
                "deactivatePerson",
                Map.of(
                        "person",
                        slug,
                        "reason",
                        "left",
                        "requestId",
                        UUID.randomUUID().toString()));
        Awaitility.await("the session is over")
                .atMost(REMEMBERED)
                .until(() -> person.get("/api/portfolio.csv").statusCode() == 401);
        assertThat(signIn(Setup.email(slug), Partnership.PASSWORD).statusCode()).isEqualTo(401);
    }

    /** Somebody who tries passwords learns neither who exists nor when a guess was right. */
    @Test
    void stuffing_is_answered_alike_for_known_and_unknown_people_and_slowed_down() {
        String known = "mulberry-stuffed";
        new Setup(administrator).person(known, "Mulberry stuffed", partnership.partner(), Partnership.PASSWORD);
        List<String> aboutKnown = new ArrayList<>();
        List<String> aboutUnknown = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            aboutKnown.add(told(signIn(Setup.email(known), "guess number " + i)));
            aboutUnknown.add(told(signIn("nobody-" + known + "@people.example", "guess number " + i)));
        }
        assertThat(aboutKnown).isEqualTo(aboutUnknown);
        assertThat(aboutKnown.getFirst()).startsWith("401");
        assertThat(aboutKnown.getLast()).startsWith("429");
        assertThat(signIn(Setup.email(known), Partnership.PASSWORD).statusCode())
                .as("the right password while the wait lasts")
                .isEqualTo(429);
    }

    /** Each service asks anew within two seconds. */
    private static void soon(ThrowingRunnable refused) {
        Awaitility.await("what was taken away").atMost(REMEMBERED).untilAsserted(refused);
    }

    private Map<String, Object> action(String title) {
        return Map.of("partnership", partnership.slug(), "title", title, "problem", "3 of 40 are too wide.");
    }

    private boolean reads(Caller person) {
        JsonObject answer = person.graphql(READ, Map.of("slug", partnership.slug()));
        return !answer.getAsJsonObject("data").get("partnership").isJsonNull();
    }

    private String role(Caller person) {
        return person.data(
                        "query Q($slug: String!) { partnership(slug: $slug) { viewerRole } }",
                        Map.of("slug", partnership.slug()))
                .getAsJsonObject("partnership")
                .get("viewerRole")
                .getAsString();
    }

    private void revoke(String person) {
        administrator.change(
                Setup.document("revokeMembership", "__typename"),
                "revokeMembership",
                Map.of(
                        "partnership",
                        partnership.slug(),
                        "person",
                        person,
                        "reason",
                        "not on it any more",
                        "requestId",
                        UUID.randomUUID().toString()));
    }

    private Map<String, Object> figure(String value) {
        return Map.of(
                "partnership",
                partnership.slug(),
                "measurements",
                List.of(Map.of(
                        "kpi", Partnership.GOAL, "period", Partnership.month(1), "figure", Map.of("value", value))));
    }

    private HttpResponse<String> signIn(String email, String password) {
        Caller nobody = house.api().nobody();
        return nobody.send(nobody.request("/api/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=" + encoded(email) + "&password=" + encoded(password))));
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceFirst("\"correlationId\":\"[^\"]*\"", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
