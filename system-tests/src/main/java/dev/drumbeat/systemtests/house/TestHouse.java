package dev.drumbeat.systemtests.house;

import dev.drumbeat.launcher.House;
import dev.drumbeat.launcher.HouseOptions;
import dev.drumbeat.launcher.Learning;
import dev.drumbeat.systemtests.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A house on ports and data of its own, gone when closed; it runs beside whatever else runs on this machine. Its logs stay
 * in {@code target/houses}.
 */
public final class TestHouse implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(150);
    public static final String ADMIN_EMAIL = "admin@installation.example";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    private static final List<Integer> DEFAULT_PORTS =
            List.of(8080, 27117, 50051, 50052, 50053, 50054, 50055, 9050, 9051, 9052, 9053, 9054, 9055);
    private static final int OFFSET_MIN = 1_000;
    private static final int OFFSET_MAX = 12_000;

    private final House house;

    private TestHouse(House house) {
        this.house = house;
    }

    /** Starts an empty house with one administrator; {@code name} tells its logs from those of others. */
    public static TestHouse start(String name) {
        return start(name, Map.of());
    }

    public static TestHouse start(String name, Map<String, String> settings) {
        Path root = projectRoot();
        if ("yes".equals(System.getenv("DRUMBEAT_TEST_LEARN"))) {
            // A minute once, for houses and processes that are started dozens of times.
            new Learning(root).learn();
        }
        Path data = root.resolve("system-tests/target/houses").resolve(name);
        deleteAll(data);
        Map<String, String> environment = new HashMap<>();
        // Nothing of whoever runs the tests: neither their store nor their ports.
        Stream.of("PATH", "HOME", "LANG", "MONGODB_TEST_URI")
                .filter(setting -> System.getenv(setting) != null)
                .forEach(setting -> environment.put(setting, System.getenv(setting)));
        environment.put("DRUMBEAT_ADMIN_EMAIL", ADMIN_EMAIL);
        environment.put("DRUMBEAT_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.putAll(settings);
        return new TestHouse(House.start(new HouseOptions(root, data, freeOffset(), environment), PATIENCE));
    }

    public House house() {
        return house;
    }

    public Api api() {
        return new Api(house.address());
    }

    @Override
    public void close() {
        house.stop();
    }

    /** The directory of the checkout, from wherever in it a test runs. */
    public static Path projectRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "not inside of a checkout: " + Path.of("").toAbsolutePath());
            }
            directory = parent;
        }
        return directory;
    }

    private static int freeOffset() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(OFFSET_MIN, OFFSET_MAX);
            if (DEFAULT_PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void deleteAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
