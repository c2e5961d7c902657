package dev.drumbeat.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A line in front of every process that others call: everybody who calls it comes through. */
final class Links implements AutoCloseable {
    static final List<String> ENDS = List.of("store", "partners", "kpis", "actions", "incentives", "cadence");

    /** Between the ports of test houses, and below those that the kernel gives to whoever calls. */
    private static final int PORT_MIN = 20_400;

    private static final int PORT_MAX = 26_400;

    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    /** Nobody listens there yet. */
    private final Set<Integer> taken = new HashSet<>();

    static Links open() {
        Links links = new Links();
        ENDS.forEach(links::open);
        return links;
    }

    private void open(String process) {
        int target = freePort();
        Link link = Link.open(freePort(), target);
        links.put(process, link);
        String prefix = "DRUMBEAT_" + process.toUpperCase(Locale.ROOT);
        settings.put(prefix + "_PORT", Integer.toString(target));
        settings.put(prefix + "_REACHED_BY_PORT", Integer.toString(link.port()));
    }

    /** What a house has to be told to use these lines. */
    Map<String, String> settings() {
        return settings;
    }

    Link to(String process) {
        return Objects.requireNonNull(links.get(process), process);
    }

    @Override
    public void close() {
        links.values().forEach(Link::close);
    }

    private int freePort() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(PORT_MIN, PORT_MAX);
            // A second replica is found a hundred ports on.
            if (isFree(port) && isFree(port + 100) && taken.add(port) && taken.add(port + 100)) {
                return port;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
