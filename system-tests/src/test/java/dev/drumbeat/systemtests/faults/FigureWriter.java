package dev.drumbeat.systemtests.faults;

import com.google.gson.JsonObject;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.KpiPlan;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import io.grpc.StatusRuntimeException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Enters a figure for one day after another of a KPI of its own. What is not confirmed is sent again under the same request
 * id, as a person's page and a plant's system do.
 */
final class FigureWriter implements Writer {
    private static final Duration PAUSE = Duration.ofMillis(150);
    /** Long ago: no figure is of a day to come. */
    private static final LocalDate FIRST_DAY = LocalDate.parse("1970-01-01");

    /** Sends one figure; throws unless it is confirmed. */
    private interface Sender {
        void send(String kpi, String period, String value, String requestId);
    }

    private final String kpi;
    private final Sender sender;
    private final Afterwards afterwards;
    private final ConcurrentSkipListMap<String, String> confirmed = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, String> attempted = new ConcurrentSkipListMap<>();
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final Thread thread;

    private FigureWriter(int number, Services services, Partnership partnership, Sender sender) {
        this.kpi = slug(number);
        this.afterwards = new Afterwards(services, partnership.slug());
        this.sender = sender;
        this.thread = Thread.ofVirtual().name(kpi).unstarted(this::write);
    }

    static KpiPlan kpi(int number) {
        return KpiPlan.daily(slug(number), "Fault figures " + number);
    }

    /** @param services afterwards, to look at what is there */
    static FigureWriter throughGateway(TestHouse house, Services services, Partnership partnership, int number) {
        Session session = new Session(house, partnership);
        return new FigureWriter(number, services, partnership, (kpi, period, value, requestId) -> {
            JsonObject payload = session.changeOnce(
                    Setup.RECORD,
                    "recordMeasurements",
                    Map.of(
                            "partnership", partnership.slug(),
                            "requestId", requestId,
                            "measurements",
                                    List.of(Map.of("kpi", kpi, "period", period, "figure", Map.of("value", value)))));
            int sum = payload.get("recordedCount").getAsInt()
                    + payload.get("unchangedCount").getAsInt();
            if (sum != 1) {
                throw new IllegalStateException("one figure was sent, " + sum + " confirmed");
            }
        });
    }

    /** @param services in the name of the owner's OPS */
    static FigureWriter direct(Services services, Partnership partnership, int number) {
        String parent = "partnerships/" + partnership.slug();
        return new FigureWriter(
                number,
                services,
                partnership,
                (kpi, period, value, requestId) -> services.kpis()
                        .recordMeasurements(RecordMeasurementsRequest.newBuilder()
                                .setPartnership(parent)
                                .setRequestId(requestId)
                                .addMeasurements(NewMeasurement.newBuilder()
                                        .setKpi(parent + "/kpis/" + kpi)
                                        .setPeriod(period)
                                        .setFigure(Figure.newBuilder().setValue(value)))
                                .build()));
    }

    String kpi() {
        return kpi;
    }

    @Override
    public void begin() {
        thread.start();
    }

    @Override
    public void stop() {
        goOn.set(false);
    }

    @Override
    public void end() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Value by period, of figures that were answered. */
    Map<String, String> confirmed() {
        return confirmed;
    }

    @Override
    public int confirmedCount() {
        return confirmed.size();
    }

    @Override
    public void holds() {
        afterwards.holds(this);
    }

    @Override
    public BooleanSupplier progress() {
        int before = confirmed.size();
        return () -> confirmed.size() > before;
    }

    /** Value by period, of every figure that was ever sent. */
    Map<String, String> attempted() {
        return attempted;
    }

    private void write() {
        for (int day = 0; goOn.get(); day++) {
            String period = FIRST_DAY.plusDays(day).toString();
            String value = Integer.toString(day % 1000);
            attempted.put(period, value);
            boolean done = false;
            while (goOn.get() && !done) {
                done = isConfirmed(period, value);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean isConfirmed(String period, String value) {
        try {
            sender.send(kpi, period, value, kpi + "-" + period);
            confirmed.put(period, value);
            return true;
        } catch (StatusRuntimeException | IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    /** Signs in again when the session has ended, as it does when the clock moves by hours. */
    private static final class Session {
        private final TestHouse house;
        private final Partnership partnership;
        private Caller caller;

        Session(TestHouse house, Partnership partnership) {
            this.house = house;
            this.partnership = partnership;
            this.caller = partnership.signIn(house.api(), Seat.OWNER_OPS);
        }

        JsonObject changeOnce(String document, String field, Map<String, ?> input) {
            try {
                return caller.changeOnce(document, field, input);
            } catch (IllegalStateException e) {
                if (String.valueOf(e.getMessage()).contains("UNAUTHENTICATED")) {
                    caller = partnership.signIn(house.api(), Seat.OWNER_OPS);
                }
                throw e;
            }
        }
    }

    private static String slug(int number) {
        return "fault-figures-" + number;
    }
}
