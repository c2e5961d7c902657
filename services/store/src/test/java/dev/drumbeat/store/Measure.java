package dev.drumbeat.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bson.Document;

/** Measures the store as a process with a heap of 256 MB; prints what README.md quotes. Not a test. */
final class Measure {

    private static final int SERIES = 6_410;
    private static final int POINTS = 156;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "target/measure");
        Files.createDirectories(directory);
        Path file = directory.resolve("store.mv.db");
        Files.deleteIfExists(file);
        try (StoreProcess store = StoreProcess.start(file);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> points = client.getDatabase("measure").getCollection("points");
            points.createIndex(
                    Indexes.ascending("partnership", "kpi", "period", "revision"), new IndexOptions().unique(true));
            fill(points);
            size("after filling", file, store);
            latency("last 52 of one series", points, number -> lastOf(points, number % SERIES));
            latency(
                    "one by id",
                    points,
                    number -> points.find(Filters.eq("_id", id(number % SERIES, 7)))
                            .first());
            AtomicInteger next = new AtomicInteger();
            for (int clients : new int[] {1, 8, 32, 64}) {
                rate(
                        "inserts",
                        clients,
                        number -> points.insertOne(point(SERIES + next.incrementAndGet(), number % POINTS)));
            }
            for (int clients : new int[] {1, 8, 32}) {
                rate(
                        "updates of one field",
                        clients,
                        number -> points.updateOne(
                                Filters.eq(
                                        "_id", id(RandomGenerator.getDefault().nextInt(SERIES), number % POINTS)),
                                Updates.inc("value", 0.5)));
            }
            latency("last 52 of one series", points, number -> lastOf(points, number % SERIES));
            size("after the changes", file, store);
            long start = System.nanoTime();
            long all = points.countDocuments(Filters.gt("value", 50));
            System.out.printf(
                    "scan of everything: %d of %d documents in %d ms%n",
                    all, points.estimatedDocumentCount(), (System.nanoTime() - start) / 1_000_000);
            store.terminate();
        }
        long start = System.nanoTime();
        try (StoreProcess store = StoreProcess.start(file)) {
            store.uri();
            System.out.printf("start with that file: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static void fill(MongoCollection<Document> points) {
        long start = System.nanoTime();
        List<Document> batch = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) { // as time goes by: all series, period by period
            for (int series = 0; series < SERIES; series++) {
                batch.add(point(series, point));
                if (batch.size() == 1_000) {
                    points.insertMany(batch, new InsertManyOptions().ordered(false));
                    batch.clear();
                }
            }
        }
        points.insertMany(batch);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "filling by batches of 1,000: %,d documents, %,.0f/s%n",
                points.estimatedDocumentCount(), SERIES * POINTS / seconds);
    }

    private static String id(int series, int point) {
        return "kpis/" + series + "/measurements/" + point;
    }

    private static Document point(int series, int point) {
        return new Document("_id", id(series, point))
                .append("partnership", "partnerships/" + series / 6)
                .append("kpi", "kpis/" + series)
                .append("period", String.format("%04d-W%02d", 2023 + point / 52, 1 + point % 52))
                .append("revision", 1)
                .append("value", 90.0 + point % 10)
                .append("numerator", 900 + point)
                .append("denominator", 1_000)
                .append("recordedBy", "people/someone")
                .append("reason", null);
    }

    private static void lastOf(MongoCollection<Document> points, int series) {
        List<Document> last = points.find(Filters.and(
                        Filters.eq("partnership", "partnerships/" + series / 6), Filters.eq("kpi", "kpis/" + series)))
                .sort(Sorts.descending("period"))
                .limit(52)
                .into(new ArrayList<>());
        if (last.size() != 52) {
            throw new IllegalStateException("found " + last.size());
        }
    }

    private static void latency(String what, MongoCollection<Document> points, IntConsumer read) {
        IntStream.range(0, 500).map(n -> n * 7_919).forEach(read);
        long[] micros = IntStream.range(0, 3_000)
                .mapToLong(n -> {
                    long start = System.nanoTime();
                    read.accept(n * 7_919);
                    return (System.nanoTime() - start) / 1_000;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "%s among %,d: p50 %.2f ms, p99 %.2f ms%n",
                what, points.estimatedDocumentCount(), micros[1_500] / 1e3, micros[2_970] / 1e3);
    }

    private static void rate(String what, int clients, IntConsumer write) throws Exception {
        LongAdder done = new LongAdder();
        long[][] micros = new long[clients][];
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int own = client;
                running.add(threads.submit(() -> {
                    List<Long> times = new ArrayList<>();
                    for (int n = own; System.nanoTime() < end; n++) {
                        long start = System.nanoTime();
                        write.accept(n);
                        times.add((System.nanoTime() - start) / 1_000);
                        done.increment();
                    }
                    micros[own] = times.stream().mapToLong(time -> time).toArray();
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        long[] all =
                Arrays.stream(micros).flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%s by %d clients: %,.0f/s, p50 %.1f ms, p99 %.1f ms%n",
                what,
                clients,
                done.sum() / (double) LONG_ENOUGH.toSeconds(),
                all[all.length / 2] / 1e3,
                all[all.length * 99 / 100] / 1e3);
    }

    private static void size(String when, Path file, StoreProcess store) throws IOException {
        System.out.printf(
                "%s: file %,d MB, resident %,d MB%n", when, Files.size(file) >> 20, store.residentBytes() >> 20);
    }
}
