package dev.drumbeat.store;

import java.util.concurrent.CountDownLatch;

/**
 * The store as a process. Prints one line when it is ready, or one that says why it can't be, and then exits with 1. Ends
 * by SIGTERM with everything written; when its file can't be written any more it ends at once with 2, so that whoever
 * started it can start it again.
 */
public final class StoreServer {

    private static final int CANT_START = 1;
    private static final int FILE_FAILED = 2;
    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private StoreServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        logQuietly();
        EmbeddedStore store = startOrExit();
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            store.close();
            System.out.println("Store closed.");
            closed.countDown();
        }));
        System.out.println("Store ready on " + store.uri());
        closed.await();
    }

    /** By a file of its own name, so that the store doesn't change how a process logs that has it inside. */
    static void logQuietly() {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "logback-store.xml");
        }
    }

    private static EmbeddedStore startOrExit() {
        try {
            StoreConfig config = StoreConfig.from(System.getenv());
            return EmbeddedStore.start(config.file(), config.listenOn(), StoreServer::fileFailed);
        } catch (StoreStartException e) {
            System.err.println("Store can't start: " + e.getMessage());
            System.exit(CANT_START);
            throw e;
        }
    }

    private static void fileFailed(Throwable cause) {
        System.err.println("Store stopped: its file can't be written: " + cause);
        Runtime.getRuntime().halt(FILE_FAILED);
    }
}
