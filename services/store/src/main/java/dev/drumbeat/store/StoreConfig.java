package dev.drumbeat.store;

import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the store listens and where its file is, from the environment. */
record StoreConfig(InetSocketAddress listenOn, Path file) {

    static final String HOST = "STORE_HOST";
    static final String PORT = "STORE_PORT";
    static final String FILE = "STORE_FILE";

    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "27117";
    private static final String DEFAULT_FILE = "var/store/drumbeat.mv.db";

    private static final int MAX_PORT = 65_535;

    /** @throws StoreStartException naming the variable that is wrong */
    static StoreConfig from(Map<String, String> environment) {
        String host = environment.getOrDefault(HOST, DEFAULT_HOST);
        InetSocketAddress listenOn = new InetSocketAddress(host, port(environment.getOrDefault(PORT, DEFAULT_PORT)));
        if (listenOn.isUnresolved()) {
            throw new StoreStartException(HOST + "=" + host + " is not an address of this machine");
        }
        if (!listenOn.getAddress().isLoopbackAddress()) {
            throw new StoreStartException(
                    HOST + "=" + host + " can be reached from outside, and the store has no authentication;"
                            + " use 127.0.0.1, or MongoDB by MONGODB_URI");
        }
        return new StoreConfig(listenOn, file(environment.getOrDefault(FILE, DEFAULT_FILE)));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw badPort(text, e);
        }
        throw badPort(text, null);
    }

    private static StoreStartException badPort(String text, @Nullable Exception cause) {
        String message = PORT + "=" + text + " is not a port (0 to " + MAX_PORT + "; 0 takes any free one)";
        return cause == null ? new StoreStartException(message) : new StoreStartException(message, cause);
    }

    private static Path file(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw new StoreStartException(FILE + "=" + text + " is not a path", e);
        }
        throw new StoreStartException(FILE + " is empty");
    }
}
