package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.kpis.Intake.Entry;
import dev.drumbeat.kpis.Intake.Raw;
import dev.drumbeat.kpis.storage.DyingDatabase;
import dev.drumbeat.kpis.storage.Stores;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.StoreUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process dies after the n-th write of a batch, for every n. Nobody ever sees half of the batch, and a repeat ends it. */
final class CrashTest {
    private static final int MORE_THAN_ENOUGH = 20;

    private StoreUnderTest store = StoreUnderTest.open();

    @AfterEach
    void close() {
        store.close();
    }

    private static final List<Entry> BATCH = List.of(
            new Entry("1", "cut", "2026-W45", new Raw.Value("50")),
            new Entry("2", "weld", "2026-W45", new Raw.Value("80")),
            new Entry("3", "cut", "2026-W46", new Raw.Value("98")),
            new Entry("4", "weld", "2026-W46", new Raw.Value("97")));

    @Test
    void aBatchIsThereWholeOrNotAtAllWhereverTheProcessDies() {
        int died = 0;
        for (int writes = 0; writes < MORE_THAN_ENOUGH; writes++) {
            store.close();
            store = StoreUnderTest.open();
            died += dieAfter(writes) ? 1 : 0;
        }
        // The scorecard, then figures, episodes, the line, the trail, the answer, and the scorecard again.
        assertThat(died).isEqualTo(7);
    }

    /** False when the batch needs no more writes than that. */
    private boolean dieAfter(int writes) {
        MongoDatabase database = store.database();
        MutableClock clock = MutableClock.pinned();
        Partners healthy = new Partners(Stores.kpis(database, clock), "Europe/Berlin", clock);
        healthy.weekly("cut", "weld");
        healthy.kpi("rty", KpiRole.GOAL, Frequency.WEEKLY, "cut", "weld");
        healthy.target("cut", "2026-W01", "95", "90");
        long before = healthy.store.scorecard(healthy.scope("owner-ops")).revision();

        Caller caller = healthy.directory.caller("people/acme-partner-ops");
        Request request = Request.of(caller, "batch-request", "batch");
        DyingDatabase dying = new DyingDatabase(database, writes);
        boolean dies = !survives(healthy, request, dying);

        Scorecard seen = healthy.store.scorecard(healthy.scope("owner-ops"));
        boolean tookEffect = seen.revision() == before + 1;
        assertThat(seen.revision()).isIn(before, before + 1);
        assertSeen(healthy, tookEffect);
        // Whoever repeats the request gets the answer, once.
        RecordMeasurements.Recorded repeated =
                healthy.record.record(healthy.scope("partner-ops"), request, BATCH, Origin.API);
        assertThat(repeated.unchanged()).isZero();
        assertThat(repeated.recorded()).hasSize(4);
        assertSeen(healthy, true);
        assertThat(healthy.store.scorecard(healthy.scope("owner-ops")).revision())
                .isEqualTo(before + 1);
        assertThat(new AuditTrail(database)
                        .list(healthy.scope("owner-ops"), new Page.Wanted(100, ""))
                        .items())
                .filteredOn(event -> event.action().equals("kpi.figures.recorded"))
                .hasSize(2);
        return dies;
    }

    private static boolean survives(Partners healthy, Request request, DyingDatabase dying) {
        KpiStore store = Stores.kpis(dying.database(), healthy.clock);
        RecordMeasurements record = new RecordMeasurements(
                new Ledger(store, healthy.clock, partnership -> {}), new CurrentFigures(store, healthy.clock));
        dying.begin();
        try {
            record.record(healthy.scope("partner-ops"), request, BATCH, Origin.API);
            return true;
        } catch (DyingDatabase.Died e) {
            return false;
        }
    }

    private static void assertSeen(Partners partners, boolean all) {
        int figures = all ? 2 : 0;
        assertThat(partners.view("cut").series().stream()
                        .filter(entry -> entry.value().isPresent())
                        .toList())
                .hasSize(figures);
        assertThat(partners.view("rty").series().stream()
                        .filter(entry -> entry.value().isPresent())
                        .toList())
                .hasSize(figures);
        assertThat(partners.detail("cut").measurements()).hasSize(figures);
        assertThat(partners.detail("rty").measurements()).hasSize(figures);
        assertThat(partners.episodes("cut")).hasSize(all ? 1 : 0);
        List<MeasurementView> listed = new ReadMeasurements(partners.store)
                .list(partners.scope("owner-viewer"), Optional.empty(), Optional.<Instant>empty(), 100, "")
                .items();
        assertThat(listed).hasSize(all ? 6 : 0);
    }

    @Test
    void aBatchWithOneBadFigureRecordsNothing() {
        Partners partners = new Partners(Stores.kpis(store.database(), MutableClock.pinned()), "Europe/Berlin");
        partners.weekly("cut");
        assertThatThrownBy(() -> partners.record.record(
                        partners.scope("partner-ops"),
                        partners.request("partner-ops"),
                        List.of(
                                new Entry("1", "cut", "2026-W45", new Raw.Value("50")),
                                new Entry("2", "cut", "2026-W46", new Raw.Value("NaN"))),
                        Origin.API))
                .hasMessageContaining("plain decimal number");
        assertThat(partners.view("cut").latest()).isEmpty();
        assertThat(partners.detail("cut").measurements()).isEmpty();
    }
}
