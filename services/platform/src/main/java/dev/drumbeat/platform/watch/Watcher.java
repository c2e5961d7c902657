package dev.drumbeat.platform.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One watcher's queue. A slow one misses no last state and holds no memory but one change of each thing: a newer change takes the
 * place of an older one that was not sent yet.
 */
public final class Watcher<E> {
    /** Where changes go. */
    public interface Outlet<E> {
        /** Whether more can be taken now. */
        boolean isReady();

        void send(E change);

        /** Nothing more will come, because of this. */
        void fail(RuntimeException cause);
    }

    private final Changes<E> changes;
    private final Predicate<E> visible;
    private final Outlet<E> outlet;
    private final Map<String, E> waiting = new LinkedHashMap<>();
    private final Thread thread;

    /** @param visible asked again for each change, so that who lost a seat stops seeing; may block */
    public Watcher(String name, Changes<E> changes, Predicate<E> visible, Outlet<E> outlet) {
        this.changes = changes;
        this.visible = visible;
        this.outlet = outlet;
        this.thread = Thread.ofVirtual().name("watcher-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public synchronized void offer(E change) {
        waiting.merge(
                changes.key().apply(change),
                change,
                (known, offered) -> changes.changedAt()
                                .apply(offered)
                                .isBefore(changes.changedAt().apply(known))
                        ? known
                        : offered);
        notifyAll();
    }

    /** The outlet may be ready again. */
    public synchronized void wake() {
        notifyAll();
    }

    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                E next = next();
                if (visible.test(next)) {
                    outlet.send(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            outlet.fail(e);
        }
    }

    private synchronized E next() throws InterruptedException {
        while (waiting.isEmpty() || !outlet.isReady()) {
            wait();
        }
        var first = waiting.entrySet().iterator();
        E next = first.next().getValue();
        first.remove();
        return next;
    }
}
