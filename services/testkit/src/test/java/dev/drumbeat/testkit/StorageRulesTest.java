package dev.drumbeat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.AuditFilter;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Leases;
import dev.drumbeat.platform.mongo.Mongo;
import dev.drumbeat.platform.mongo.MongoFaults;
import dev.drumbeat.platform.mongo.Outbox;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StorageRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final StoreUnderTest store = StoreUnderTest.open();
    private final FakeDirectory directory = new FakeDirectory();
    private final AuditTrail trail = new AuditTrail(store.database());
    private final MongoCollection<Counter> counters = store.database().getCollection("counters", Counter.class);
    private final Outbox outbox = new Outbox(counters, trail);

    public record Counter(
            @BsonId String id,
            long revision,
            int count,
            List<AuditEvent> outbox,
            @Nullable Instant outboxAt) {}

    StorageRulesTest() {
        trail.prepare();
        outbox.prepare();
        directory.staffed("acme", "Europe/Berlin", "EUR");
        directory.administrator("root");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void acknowledged_writes_are_journaled_by_a_majority() {
        assertThat(store.database().getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
    }

    @Test
    void of_many_who_change_one_document_each_change_counts_once() {
        assertThat(Revisions.insert(counters, counter(1, 0))).isTrue();
        assertThat(Revisions.insert(counters, counter(1, 7))).isFalse();
        AtomicInteger lost = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(i -> threads.submit(() -> IntStream.range(0, 5).forEach(j -> increment(lost))));
        }

        Counter after = find();

        assertThat(after.count()).isEqualTo(40);
        assertThat(after.revision()).isEqualTo(41);
    }

    @Test
    void events_told_twice_stand_in_the_trail_once() {
        trail.append(List.of(event("a", 1), event("b", 2)));
        trail.append(List.of(event("b", 2), event("c", 3)));
        trail.append(List.of());

        assertThat(trail.list(member(), Page.Wanted.first()).items())
                .extracting(AuditEvent::id)
                .containsExactly("c", "b", "a");
    }

    @Test
    void an_event_comes_back_as_it_was_told() {
        AuditEvent told = event("a", 1);
        trail.append(List.of(told));

        assertThat(trail.list(member(), Page.Wanted.first()).items()).containsExactly(told);
    }

    @Test
    void the_trail_is_read_page_by_page_without_gaps_even_when_moments_are_equal() {
        List<AuditEvent> events = IntStream.range(0, 60)
                .mapToObj(i -> event("e%02d".formatted(i), i / 7))
                .toList();
        trail.append(events);
        List<String> read = new ArrayList<>();
        Page<AuditEvent> page = trail.list(member(), new Page.Wanted(25, ""));
        page.items().forEach(event -> read.add(event.id()));
        while (!page.next().isEmpty()) {
            page = trail.list(member(), new Page.Wanted(25, page.next()));
            page.items().forEach(event -> read.add(event.id()));
        }

        assertThat(read)
                .containsExactlyElementsOf(
                        events.reversed().stream().map(AuditEvent::id).toList());
    }

    @Test
    void a_trail_is_narrowed_by_what_was_done_by_whom_and_when() {
        trail.append(List.of(event("a", 1), event("b", 2), event("c", 3)));
        AuditEvent b = trail.list(member(), Page.Wanted.first()).items().get(1);

        assertThat(ids(new AuditFilter("", "", "", b.occurredAt(), null))).containsExactly("c", "b");
        assertThat(ids(new AuditFilter("", "", "", null, b.occurredAt()))).containsExactly("a");
        assertThat(ids(new AuditFilter("", "counter.ch", "", null, null))).hasSize(3);
        assertThat(ids(new AuditFilter("", "counter.d", "", null, null))).isEmpty();
        assertThat(ids(new AuditFilter("", "", b.actor().subject(), null, null)))
                .hasSize(3);
        assertThat(ids(new AuditFilter("", "", "people/nobody", null, null))).isEmpty();
    }

    private List<String> ids(AuditFilter filter) {
        return trail.list(member(), filter, Page.Wanted.first()).items().stream()
                .map(AuditEvent::id)
                .toList();
    }

    @Test
    void a_trail_shows_its_partnership_only_and_an_administrator_metadata_only() {
        trail.append(List.of(event("a", 1), foreign("b")));

        assertThat(trail.list(member(), Page.Wanted.first()).items())
                .extracting(AuditEvent::id)
                .containsExactly("a");
        AuditEvent seen = trail.list(directory.scope("people/root", "partnerships/acme"), Page.Wanted.first())
                .items()
                .getFirst();
        assertThat(seen.action()).isEqualTo("counter.changed");
        assertThat(seen.beforeJson() + seen.afterJson() + seen.reason()).isEmpty();
        Refusal viewer = catchThrowableOfType(
                Refusal.class,
                () -> trail.list(
                        directory.scope("people/acme-owner-viewer", "partnerships/acme"), Page.Wanted.first()));
        assertThat(viewer.reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void what_a_crash_left_untold_the_sweep_tells() {
        Revisions.insert(counters, new Counter("c", 1, 0, List.of(event("a", 1)), NOW));

        assertThat(outbox.sweep(NOW.minusMillis(1))).as("too young").isZero();
        assertThat(outbox.sweep(NOW)).isEqualTo(1);

        assertThat(trail.list(member(), Page.Wanted.first()).items()).hasSize(1);
        assertThat(find()).isEqualTo(new Counter("c", 1, 0, List.of(), null));
        assertThat(outbox.sweep(NOW)).isZero();
    }

    @Test
    void telling_late_takes_nothing_from_a_later_write() {
        Revisions.insert(counters, new Counter("c", 2, 0, List.of(event("a", 1), event("b", 2)), NOW));

        outbox.relay("c", 1, List.of(event("a", 1)));
        assertThat(find().outbox()).extracting(AuditEvent::id).containsExactly("a", "b");

        outbox.relay("c", 2, List.of(event("a", 1), event("b", 2)));
        assertThat(find().outbox()).isEmpty();
        assertThat(trail.list(member(), Page.Wanted.first()).items()).hasSize(2);
    }

    @Test
    void a_lease_is_held_by_one_until_it_runs_out() {
        MutableClock clock = new MutableClock(NOW);
        Leases mine = new Leases(store.database(), clock);
        Leases yours = new Leases(store.database(), clock);

        assertThat(mine.acquire("sweep", Duration.ofSeconds(10))).isTrue();
        assertThat(yours.acquire("sweep", Duration.ofSeconds(10))).isFalse();
        assertThat(yours.acquire("another", Duration.ofSeconds(10))).isTrue();
        clock.advance(Duration.ofSeconds(6));
        assertThat(mine.acquire("sweep", Duration.ofSeconds(10)))
                .as("prolonged")
                .isTrue();
        clock.advance(Duration.ofSeconds(6));
        assertThat(yours.acquire("sweep", Duration.ofSeconds(10))).isFalse();
        clock.advance(Duration.ofSeconds(4));
        assertThat(yours.acquire("sweep", Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void a_lease_taken_by_a_clock_that_was_ahead_holds_nobody_up() {
        MutableClock clock = new MutableClock(NOW);
        Leases mine = new Leases(store.database(), clock);
        Leases yours = new Leases(store.database(), clock);

        clock.advance(Duration.ofHours(3));
        assertThat(mine.acquire("ahead", Duration.ofSeconds(10))).isTrue();
        clock.advance(Duration.ofHours(-3));
        assertThat(yours.acquire("ahead", Duration.ofSeconds(10))).isTrue();
        assertThat(mine.acquire("ahead", Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void a_store_out_of_reach_is_an_answer_not_a_fault() {
        try (MongoClient nowhere = Mongo.connect("mongodb://127.0.0.1:1/?retryWrites=false")) {
            MongoException fault = catchThrowableOfType(
                    MongoException.class,
                    () -> nowhere.getDatabase("x").getCollection("y").countDocuments());

            assertThat(new MongoFaults().translate(fault))
                    .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE));
        }
    }

    private void increment(AtomicInteger lost) {
        while (true) {
            Counter before = find();
            if (Revisions.replace(
                    counters, "c", before.revision(), counter(before.revision() + 1, before.count() + 1))) {
                return;
            }
            lost.incrementAndGet();
        }
    }

    private Counter find() {
        return java.util.Objects.requireNonNull(
                counters.find(Filters.eq("_id", "c")).first());
    }

    private static Counter counter(long revision, int count) {
        return new Counter("c", revision, count, List.of(), null);
    }

    private Scope member() {
        return directory.scope("people/acme-owner-ops", "partnerships/acme");
    }

    private static AuditEvent event(String id, int seconds) {
        return new AuditEvent(
                id,
                "partnerships/acme",
                NOW.plusSeconds(seconds),
                new Actor("people/ada", "Ada", "companies/c", Side.OWNER),
                "counter.changed",
                "partnerships/acme/counters/c",
                "{\"count\":1}",
                "{\"count\":2}",
                "because");
    }

    private static AuditEvent foreign(String id) {
        return new AuditEvent(id, "partnerships/other", NOW, Actor.service("kpis"), "counter.changed", "x", "", "", "");
    }
}
