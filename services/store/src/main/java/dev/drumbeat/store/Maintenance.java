package dev.drumbeat.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * Keeps the file small: every commit leaves the pages it replaced behind. Their space is used again after a while, and
 * chunks that are mostly dead are copied together. Without it the file grows to ten times its content.
 */
final class Maintenance implements AutoCloseable {

    /**
     * @param retention how long space stays untouched after nothing needs it any more; longer than any commit needs to
     *     reach the disk, so that nothing a crash could go back to is written over
     * @param every how often to look for space to win back
     */
    record Pace(Duration retention, Duration every) {
        static final Pace NORMAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    private static final int WANTED_FILL_PERCENT = 75;
    private static final int BYTES_AT_A_TIME = 4 << 20;

    private final MVStore file;
    private final GroupCommit commits;
    private final OpenCursors cursors;
    private final ScheduledExecutorService timer;

    Maintenance(MVStore file, GroupCommit commits, OpenCursors cursors, Pace pace) {
        this.file = file;
        this.commits = commits;
        this.cursors = cursors;
        file.setRetentionTime(Math.toIntExact(pace.retention().toMillis()));
        file.setVersionsToKeep(0);
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("store-maintenance").daemon().factory());
        timer.scheduleWithFixedDelay(
                this::tidy, pace.every().toMillis(), pace.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tidy() {
        cursors.forgetIdle();
        commits.alone(() -> {
            if (!file.compact(WANTED_FILL_PERCENT, BYTES_AT_A_TIME)) {
                return false;
            }
            file.commit();
            return true;
        });
    }

    @Override
    public void close() {
        timer.close();
    }
}
