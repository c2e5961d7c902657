package dev.drumbeat.systemtests.house;

import dev.drumbeat.launcher.House;
import dev.drumbeat.systemtests.api.Api;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One more gateway of a running house, with settings of its own, as a second replica is: it has the same services, the same
 * sessions and the same key. It ends when closed; its log stays beside those of the house.
 */
public final class GatewayBeside implements AutoCloseable {
    private static final List<String> SERVICES = List.of("partners", "kpis", "actions", "incentives", "cadence");

    private final Process process;
    private final URI address;

    private GatewayBeside(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param settings as in the environment; {@code SPRING_PROFILES_ACTIVE} says what kind of gateway it is */
    public static GatewayBeside start(TestHouse beside, String name, Map<String, String> settings) {
        House house = beside.house();
        int port = freePort();
        Path module = TestHouse.projectRoot().resolve("gateway/target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        jar(module) + File.pathSeparator + module.resolve("lib") + "/*",
                        "dev.drumbeat.gateway.GatewayApplication")
                .redirectErrorStream(true)
                .redirectOutput(house.logs().resolve("gateway-" + name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(setting -> setting.startsWith("DRUMBEAT_") || setting.startsWith("SPRING_"));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put(
                "DRUMBEAT_SIGNING_KEY",
                house.keys().resolve("gateway.private.jwk").toString());
        SERVICES.forEach(service -> environment.put(
                "DRUMBEAT_" + service.toUpperCase(Locale.ROOT) + "_ADDRESS",
                "dns:///127.0.0.1:" + house.port(service)));
        environment.putAll(settings);
        try {
            GatewayBeside gateway = new GatewayBeside(builder.start(), URI.create("http://127.0.0.1:" + port));
            gateway.awaitReady();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Api api() {
        return new Api(address);
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void awaitReady() {
        try {
            Awaitility.await("the gateway beside is ready")
                    .atMost(TestHouse.PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException("the gateway beside ended while starting: see its log");
                        }
                        return isReady();
                    });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean isReady() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(address.resolve("/health/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path jar(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("drumbeat-gateway-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the gateway is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
