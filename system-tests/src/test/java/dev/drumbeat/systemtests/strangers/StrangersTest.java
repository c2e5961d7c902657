package dev.drumbeat.systemtests.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.strangers.Walk.Question;
import dev.drumbeat.systemtests.world.Furnishings;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A canary stands in every text of one partnership. Nobody who isn't part of it ever reads the canary, and whatever they ask about
 * it is answered as if it didn't exist: same status, same body, same work.
 */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    private static final String SLUG = "slug";

    /** What is changed by its own id; agreements and statements are, too, and are asked about by their partnership's name here. */
    private static final Set<String> CHANGED_BY_ID = Set.of(
            "Target", "Correction", "IngestionToken", "CorrectiveAction", "Agreement", "Statement", "Commitment");

    private final TestHouse house;
    private final World world;
    private final Walk walk;
    private final Subject foreign;
    private final String calendarPath;
    private Set<String> ids = Set.of();

    StrangersTest(TestHouse house, World world) {
        this.house = house;
        this.world = world;
        this.walk = Walk.of(TestHouse.projectRoot().resolve("gateway/src/main/resources/schema"));
        Furnishings furnishings = Furnishings.put(house.api(), world.birch());
        this.foreign = Subject.of(world.birch(), furnishings);
        this.calendarPath = furnishings.calendarPath();
    }

    @BeforeAll
    void learnEverythingThatInsidersKnow() {
        Set<String> all = new TreeSet<>();
        for (Seat seat : List.of(Seat.OWNER_LEADER, Seat.PARTNER_OPS)) {
            Caller insider = world.birch().signIn(house.api(), seat);
            walk.shorterQuestions(foreign)
                    .forEach(question ->
                            all.addAll(Asked.idsIn(ask(insider, question).body())));
        }
        ids = Asked.someOfEachType(all);
    }

    @Test
    void the_walk_asks_for_every_field_and_insiders_get_answers() {
        Caller insider = world.birch().signIn(house.api(), Seat.OWNER_LEADER);
        String anyId = ids.iterator().next();
        List<Question> questions = walk.questions(foreign.withId(anyId));

        assertThat(walk.notAsked()).isEmpty();
        List<String> answers = questions.stream()
                .map(question -> {
                    HttpResponse<String> answer = ask(insider, question);
                    assertThat(answer.body()).as(question.path()).doesNotContain("\"errors\"");
                    return answer.body();
                })
                .toList();
        assertThat(answers.stream()
                        .filter(answer -> answer.contains(World.CANARY))
                        .count())
                .as("answers that tell insiders of their partnership")
                .isGreaterThan(20);
        assertThat(ids.stream().map(Asked::typeOf).collect(Collectors.toSet()))
                .as("types whose ids strangers will try")
                .contains(
                        "Partnership",
                        "Kpi",
                        "Measurement",
                        "Target",
                        "Correction",
                        "Note",
                        "CorrectiveAction",
                        "Commitment",
                        "Agreement",
                        "Statement",
                        "Disclosure");
    }

    @Test
    void no_question_tells_a_stranger_anything() {
        for (Map.Entry<String, Caller> stranger : strangers().entrySet()) {
            // The owner's people who are on the other partnership are the nearest: they are asked for everything there
            // is.
            compare(
                    stranger,
                    foreign,
                    stranger.getKey().equals(Seat.OWNER_OPS.name()) ? walk::questions : walk::shorterQuestions);
        }
    }

    @Test
    void no_id_of_anything_tells_a_stranger_anything() {
        for (Map.Entry<String, Caller> stranger : strangers().entrySet()) {
            for (String id : ids) {
                compare(stranger, foreign.withId(id), walk::questionsAbout);
            }
        }
    }

    @Test
    void no_change_tells_a_stranger_anything_or_changes_anything() {
        String before = everythingBirchKnows();
        for (Map.Entry<String, Caller> stranger : strangers().entrySet()) {
            compare(stranger, foreign, walk::changes);
            ids.stream().filter(id -> CHANGED_BY_ID.contains(Asked.typeOf(id))).forEach(id -> {
                assertThat(walk.changesOf(foreign.withId(id)))
                        .as("changes of " + Asked.typeOf(id))
                        .isNotEmpty();
                compare(stranger, foreign.withId(id), walk::changesOf);
            });
        }
        assertThat(everythingBirchKnows()).isEqualTo(before);
    }

    @Test
    void no_file_tells_a_stranger_anything() {
        List<Function<Subject, String>> addresses = List.of(
                subject -> "/api/partnerships/" + subject.partnership() + "/measurements.csv",
                subject -> "/api/partnerships/" + subject.partnership() + "/scorecard.csv",
                subject -> "/api/partnerships/" + subject.partnership() + "/audit.csv",
                subject -> "/api/partnerships/" + subject.partnership() + "/audit.csv?source=people",
                subject -> "/api/partnerships/" + subject.partnership() + "/audit.csv?source=actions",
                subject -> "/api/partnerships/" + subject.partnership() + "/audit.csv?source=cadence",
                subject -> "/api/partnerships/" + subject.partnership() + "/audit.csv?source=incentives",
                subject -> "/api/partnerships/" + subject.partnership() + "/actions.csv",
                subject -> "/api/partnerships/" + subject.partnership() + "/statements.csv",
                subject -> minutes(subject) + ".md",
                subject -> minutes(subject) + ".csv",
                subject -> "/api/portfolio.csv");
        Subject missing = Asked.missing(foreign);
        strangers()
                .forEach((name, stranger) -> addresses.forEach(address -> {
                    Asked aboutForeign = Asked.of(stranger.get(address.apply(foreign)), foreign);
                    assertThat(aboutForeign.tells())
                            .as(name + ": " + aboutForeign.body())
                            .isFalse();
                    assertThat(aboutForeign)
                            .as(name + " " + address.apply(foreign))
                            .isEqualTo(Asked.of(stranger.get(address.apply(missing)), missing));
                }));
    }

    @Test
    void a_calendar_tells_of_the_own_partnerships_only() {
        String insiders = house.api().get(calendarPath).body();
        assertThat(insiders).startsWith("BEGIN:VCALENDAR").contains(World.CANARY);
        Caller stranger = world.alder().signIn(house.api(), Seat.PARTNER_LEADER);
        String own = stranger.change(
                        Setup.document("createCalendarFeed", "path"),
                        "createCalendarFeed",
                        Map.of("displayName", "a stranger's", "requestId", "strangers-calendar"))
                .get("path")
                .getAsString();
        assertThat(house.api().get(own).body())
                .startsWith("BEGIN:VCALENDAR")
                .contains(world.alder().displayName())
                .doesNotContainIgnoringCase(World.CANARY);
    }

    @Test
    void a_token_reads_nothing_of_its_own_partnership_either() {
        Caller administrator = house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
        Caller plant = house.api()
                .token(new Setup(administrator).token(world.birch().slug(), World.CANARY + "'s plant", "PARTNER"));
        for (Question question : walk.questions(foreign.withId(ids.iterator().next()))) {
            Asked told = Asked.of(ask(plant, question), foreign);
            assertThat(told.tells())
                    .as(question.document() + " tells " + told.body())
                    .isFalse();
        }
        for (String file : List.of("measurements.csv", "scorecard.csv", "audit.csv", "actions.csv", "statements.csv")) {
            assertThat(plant.get("/api/partnerships/" + world.birch().slug() + "/" + file)
                            .statusCode())
                    .as(file)
                    .isEqualTo(403);
        }
    }

    @Test
    void no_import_tells_a_stranger_anything() {
        String csv = "kpi,period,value\n" + Partnership.GOAL + "," + Partnership.month(1) + ",1\n";
        Subject missing = Asked.missing(foreign);
        strangers()
                .forEach((name, stranger) -> List.of("preview", "commit").forEach(mode -> {
                    Asked aboutForeign =
                            Asked.of(stranger.importCsv(foreign.partnership(), mode, name + mode, csv), foreign);
                    assertThat(aboutForeign.tells())
                            .as(name + ": " + aboutForeign.body())
                            .isFalse();
                    assertThat(aboutForeign)
                            .as(name + " " + mode)
                            .isEqualTo(Asked.of(
                                    stranger.importCsv(missing.partnership(), mode, name + mode + "2", csv), missing));
                }));
    }

    @Test
    void no_event_tells_a_stranger_of_a_change() {
        Partnership own = World.another(house.api(), "fennel", "Fennel");
        Caller stranger = own.signIn(house.api(), Seat.PARTNER_OPS);
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        String document =
                "subscription S($slugs: [String!]) { scorecardChanged(slugs: $slugs) { slug source revision changedAt } }";
        Map<String, List<String>> both = Map.of("slugs", List.of(own.slug(), foreign.partnership()));
        for (Map<String, List<String>> watched : List.of(both, Map.<String, List<String>>of())) {
            HttpResponse<InputStream> events = stranger.follow(document, watched);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                Thread reader = Thread.ofVirtual().start(() -> lines.lines().forEach(heard::add));
                changes().forEach((source, change) -> {
                    change.accept(world.birch());
                    int already = heard.size();
                    // A change of the own partnership comes later: once it is heard, the foreign one would have been.
                    change.accept(own);
                    Awaitility.await("the stranger hears of the own partnership's " + source)
                            .atMost(Duration.ofSeconds(10))
                            .until(() -> heard.stream()
                                    .skip(already)
                                    .anyMatch(line -> line.contains(own.slug()) && line.contains(source)));
                });
                events.body().close();
                reader.interrupt();
            } catch (IOException e) {
                // Closed while reading: that is how a stream of events ends.
            }
        }
        assertThat(heard.stream().filter(line -> line.toLowerCase(Locale.ROOT).contains("zqcanary")))
                .isEmpty();
    }

    /** One change of each kind that a page follows. */
    private Map<String, Consumer<Partnership>> changes() {
        return Map.of(
                "SCORES",
                partnership -> note(partnership, "a note that others do not hear of"),
                "ACTIONS",
                partnership -> new Setup(partnership.signIn(house.api(), Seat.PARTNER_OPS))
                        .openAction(partnership.slug(), "Something new", "3 of 40 are too wide."),
                "INCENTIVES",
                partnership -> change(
                        partnership,
                        Seat.PARTNER_OPS,
                        "disclose",
                        Map.of(
                                "kpi", Partnership.DRIVERS.get(0),
                                "period", Partnership.month(0),
                                "text", "A miss is coming, as everybody here knows.")),
                "CADENCE",
                partnership -> change(
                        partnership,
                        Seat.OWNER_OPS,
                        "createMeetingSeries",
                        Map.of(
                                "kind",
                                "OTHER",
                                "displayName",
                                "One more",
                                "schedule",
                                Map.of("start", "2099-01-05T09:00", "timeZone", "UTC", "durationMinutes", 30))));
    }

    private void change(Partnership partnership, Seat seat, String mutation, Map<String, Object> input) {
        Map<String, Object> complete = new HashMap<>(input);
        complete.put("partnership", partnership.slug());
        complete.put("requestId", UUID.randomUUID().toString());
        partnership.signIn(house.api(), seat).change(Setup.document(mutation, "__typename"), mutation, complete);
    }

    @Test
    void asking_for_the_foreign_takes_no_longer_than_asking_for_nothing() {
        Caller stranger = world.alder().signIn(house.api(), Seat.PARTNER_LEADER);
        Subject missing = Asked.missing(foreign);
        String document = "query Q($slug: String!) { partnership(slug: $slug) { displayName scorecard { revision } } }";
        int rounds = 150;
        long[] forForeign = new long[rounds];
        long[] forMissing = new long[rounds];
        for (int i = -50; i < rounds; i++) {
            long first = nanos(() -> stranger.post(document, Map.of(SLUG, foreign.partnership())));
            long second = nanos(() -> stranger.post(document, Map.of(SLUG, missing.partnership())));
            if (i >= 0) {
                forForeign[i] = first;
                forMissing[i] = second;
            }
        }
        double difference = Math.abs(median(forForeign) - median(forMissing));
        // Noise of a busy machine grows with what a question takes.
        double tolerated = Math.max(1.5e6, median(forMissing) / 4);
        assertThat(difference).as("nanoseconds between the two medians").isLessThan(tolerated);
    }

    private void compare(
            Map.Entry<String, Caller> stranger, Subject existing, Function<Subject, List<Question>> questions) {
        Subject missing = Asked.missing(existing);
        List<Question> aboutForeign = questions.apply(existing);
        List<Question> aboutMissing = questions.apply(missing);
        for (int i = 0; i < aboutForeign.size(); i++) {
            Asked told = Asked.of(ask(stranger.getValue(), aboutForeign.get(i)), existing);
            String what = stranger.getKey() + " asks " + aboutForeign.get(i).document();
            assertThat(told.tells()).as(what + " and reads " + told.body()).isFalse();
            // What doesn't name the subject at all would be asked twice.
            if (!aboutForeign.get(i).equals(aboutMissing.get(i))) {
                assertThat(told).as(what).isEqualTo(Asked.of(ask(stranger.getValue(), aboutMissing.get(i)), missing));
            }
        }
    }

    /** Everybody on the other partnership's partner side, its owner's who are not on this one, its system, and nobody. */
    private Map<String, Caller> strangers() {
        Map<String, Caller> strangers = new HashMap<>();
        for (Seat seat : List.of(Seat.PARTNER_LEADER, Seat.PARTNER_OPS, Seat.PARTNER_VIEWER, Seat.OWNER_OPS)) {
            strangers.put(seat.name(), world.alder().signIn(house.api(), seat));
        }
        Caller administrator = house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
        String secret = new Setup(administrator).token(world.alder().slug(), "alder's plant", "PARTNER");
        strangers.put("ALDER'S TOKEN", house.api().token(secret));
        strangers.put("NOBODY", house.api().nobody());
        return strangers;
    }

    private String everythingBirchKnows() {
        Caller insider = world.birch().signIn(house.api(), Seat.OWNER_LEADER);
        String document = """
                query Q($slug: String!) {
                  partnership(slug: $slug) {
                    members { role person { slug } }
                    scorecard { revision }
                    scores: auditTrail(first: 100, source: SCORES) { nodes { id } }
                    people: auditTrail(first: 100, source: PEOPLE) { nodes { id } }
                    actions: auditTrail(first: 100, source: ACTIONS) { nodes { id } }
                    cadence: auditTrail(first: 100, source: CADENCE) { nodes { id } }
                    incentives: auditTrail(first: 100, source: INCENTIVES) { nodes { id } }
                  }
                }""";
        return insider.data(document, Map.of(SLUG, world.birch().slug())).toString();
    }

    private static String minutes(Subject subject) {
        return "/api/partnerships/" + subject.partnership() + "/meetings/" + subject.meeting() + "/minutes";
    }

    private void note(Partnership partnership, String text) {
        new Setup(partnership.signIn(house.api(), Seat.OWNER_OPS))
                .note(partnership.slug(), Partnership.GOAL, Partnership.month(1), "COMMENT", "BOTH", text);
    }

    private static HttpResponse<String> ask(Caller caller, Question question) {
        return caller.post(question.document(), Map.of());
    }

    private static long nanos(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
