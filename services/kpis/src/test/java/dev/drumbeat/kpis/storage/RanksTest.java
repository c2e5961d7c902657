package dev.drumbeat.kpis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.drumbeat.kpis.PortfolioLine;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RanksTest {
    private final StoreUnderTest store = StoreUnderTest.open();
    private final MutableClock clock = MutableClock.pinned();
    private final MongoCollection<Document> lines = store.database().getCollection(Collections.LINES);
    private final Ranks ranks = new Ranks(lines, clock);

    @BeforeEach
    void prepare() {
        Collections.prepare(store.database());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void manyPartnershipsAreRankedAndWhatOtherReplicasChangedShowsAtTheNextQuestion() {
        List<String> many =
                IntStream.range(0, 2_100).mapToObj(i -> "partnerships/p" + i).toList();
        lines.insertMany(
                many.stream().map(name -> line(name, 1, clock.instant())).toList());
        assertThat(ranks.of(many)).hasSize(many.size());

        clock.advance(Duration.ofSeconds(30));
        many.forEach(name -> write(name, 2, clock.instant()));

        assertThat(ranks.of(many).values()).hasSize(many.size()).allMatch(line -> line.revision() == 2);
    }

    @Test
    void onlyWhatWasAskedForIsAnswered() {
        write("partnerships/own", 1, clock.instant());
        write("partnerships/foreign", 1, clock.instant());

        assertThat(ranks.of(List.of("partnerships/foreign"))).hasSize(1);
        assertThat(ranks.of(List.of("partnerships/own"))).containsOnlyKeys("partnerships/own");
    }

    @Test
    void aFirstCommitShowsThoughThereWasNothingBefore() {
        assertThat(ranks.of(List.of("partnerships/acme"))).isEmpty();

        write("partnerships/acme", 1, clock.instant());

        assertThat(revision("partnerships/acme")).isEqualTo(1);
    }

    @Test
    void writersWhoseClocksDifferHideNothing() {
        write("partnerships/acme", 1, clock.instant());
        write("partnerships/borg", 1, clock.instant());
        assertThat(ranks.of(List.of("partnerships/acme", "partnerships/borg"))).hasSize(2);

        write("partnerships/acme", 2, clock.instant().plusSeconds(60));
        assertThat(revision("partnerships/acme")).isEqualTo(2);
        write("partnerships/borg", 2, clock.instant().minusSeconds(4));
        assertThat(revision("partnerships/borg")).isEqualTo(2);
    }

    @Test
    void aLineThatCouldOnlyBeSeenMuchLaterIsPutRightBeforeLong() {
        write("partnerships/acme", 1, clock.instant());
        assertThat(revision("partnerships/acme")).isEqualTo(1);

        write("partnerships/acme", 2, clock.instant().minusSeconds(60));
        clock.advance(Duration.ofMinutes(2));

        assertThat(revision("partnerships/acme")).isEqualTo(2);
    }

    private long revision(String partnership) {
        Map<String, PortfolioLine> found = ranks.of(List.of(partnership));
        return Objects.requireNonNull(found.get(partnership)).revision();
    }

    private void write(String partnership, long revision, Instant at) {
        assertThat(lines.replaceOne(
                                Filters.eq(partnership),
                                line(partnership, revision, at),
                                new ReplaceOptions().upsert(true))
                        .wasAcknowledged())
                .isTrue();
    }

    private static Document line(String partnership, long revision, Instant at) {
        return new Document("_id", partnership)
                .append("revision", revision)
                .append("changedAt", at)
                .append("published", true)
                .append("openEpisodes", 0)
                .append("pulses", List.of())
                .append(ScorecardDocuments.WRITTEN_AT, at);
    }
}
