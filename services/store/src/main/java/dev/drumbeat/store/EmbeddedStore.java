package dev.drumbeat.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/**
 * A running store: a file, and a port on loopback that speaks MongoDB's wire protocol. It has no authentication, so it
 * listens nowhere else.
 *
 * <p>Clients connect with {@link #uri()}; it turns retryable writes off, which the store doesn't have.
 */
public final class EmbeddedStore implements AutoCloseable {

    /** Replies wait for the commit in their thread, so this is how many writes one commit can take along. */
    private static final int WORKER_THREADS = 64;

    private final MVStore file;
    private final GroupCommit commits;
    private final Maintenance maintenance;
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedStore(
            MVStore file, InetSocketAddress listenOn, Maintenance.Pace pace, Consumer<Throwable> onFailure) {
        this.file = file;
        commits = new GroupCommit(file, onFailure);
        OpenCursors cursors = new OpenCursors(Clock.systemUTC());
        StoreBackend backend = new StoreBackend(file, commits, cursors);
        maintenance = new Maintenance(file, commits, cursors, pace);
        server = new MongoServer(backend);
        try {
            server.bind(listenOn, 1, WORKER_THREADS);
            address = server.getLocalAddress();
        } catch (Exception e) { // the library lets checked exceptions through
            close();
            throw new StoreStartException(
                    "Port " + listenOn.getPort() + " on " + listenOn.getHostString() + " is taken or can't be used: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Starts on any free port of the loopback address, with its file in the directory, for tests. */
    public static EmbeddedStore start(Path directory) {
        return start(directory.resolve("drumbeat.mv.db"), anyPort(), failure -> {});
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /**
     * @param onFailure told when the file can't be written any more; nothing is confirmed from then on
     * @throws StoreStartException with a message for a person, when the file or the port can't be used
     */
    static EmbeddedStore start(Path path, InetSocketAddress listenOn, Consumer<Throwable> onFailure) {
        if (listenOn.isUnresolved() || !listenOn.getAddress().isLoopbackAddress()) {
            throw new StoreStartException(
                    "The store has no authentication and listens on loopback only, not on " + listenOn.getHostString());
        }
        return new EmbeddedStore(StoreFile.open(path), listenOn, Maintenance.Pace.NORMAL, onFailure);
    }

    /** Over an open file, which it closes. */
    static EmbeddedStore start(MVStore file, Maintenance.Pace pace) {
        return new EmbeddedStore(file, anyPort(), pace, failure -> {});
    }

    /** Where clients connect, for the MongoDB driver. */
    public String uri() {
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort()
                + "/?retryWrites=false&retryReads=false";
    }

    /** The port it listens on. */
    public int port() {
        return address.getPort();
    }

    /** Stops listening, lets running commands end, writes what is unwritten and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
        maintenance.close();
        commits.close();
        file.close();
    }
}
