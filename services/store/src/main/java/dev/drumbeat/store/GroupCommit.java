package dev.drumbeat.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes writes durable, many at a time. Writers change the maps side by side under a shared lock; one thread takes it alone,
 * so that it never commits half a change, writes a version of all maps, lets the writers go on, forces the file to the
 * disk, and only then lets those waiting return. When the disk fails nothing is confirmed any more, ever: what the maps
 * hold in memory is then not what the file holds.
 */
final class GroupCommit implements AutoCloseable {

    private final MVStore store;
    private final Consumer<Throwable> onFailure;
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();
    /** Held from a commit until it is on the disk: the next one may write over what this one has replaced. */
    private final ReentrantLock disk = new ReentrantLock();

    private final ReentrantLock state = new ReentrantLock();
    private final Condition work = state.newCondition();
    private final Condition done = state.newCondition();
    private final Thread committer;

    /** The round that a change made now belongs to; read under the shared lock, raised under the exclusive one. */
    private volatile long round = 1;

    private long wanted;
    private long durable;
    private boolean closing;
    private volatile @Nullable Throwable failure;

    GroupCommit(MVStore store, Consumer<Throwable> onFailure) {
        this.store = store;
        this.onFailure = onFailure;
        this.committer = Thread.ofPlatform().name("store-committer").daemon().start(this::run);
    }

    /** Makes a change beside others, and returns, or throws what the change threw, when it is on the disk. */
    <T> T change(Supplier<T> change) {
        return durably(changes.readLock(), change);
    }

    /** Makes a change while no other is being made. */
    <T> T changeAlone(Supplier<T> change) {
        return durably(changes.writeLock(), change);
    }

    private <T> T durably(Lock lock, Supplier<T> change) {
        long mine = 0;
        try {
            lock.lock();
            try {
                mine = round;
                return change.get();
            } finally {
                lock.unlock();
            }
        } finally {
            await(mine);
        }
    }

    /** Makes a change beside others that needn't be on the disk yet. */
    <T> T beside(Supplier<T> change) {
        changes.readLock().lock();
        try {
            return change.get();
        } finally {
            changes.readLock().unlock();
        }
    }

    /** Returns when everything that could be seen so far is on the disk. */
    void awaitSeen() {
        await(round);
    }

    /**
     * Something that commits by itself, such as compaction, while nobody else changes anything. It says whether it did:
     * then that is forced to the disk before the space it freed can be written over.
     */
    void alone(BooleanSupplier task) {
        disk.lock();
        try {
            boolean committed;
            changes.writeLock().lock();
            try {
                committed = task.getAsBoolean();
            } finally {
                changes.writeLock().unlock();
            }
            if (committed) {
                store.sync();
            }
        } catch (Throwable e) {
            fail(e);
            throw e;
        } finally {
            disk.unlock();
        }
    }

    private void await(long mine) {
        state.lock();
        try {
            if (durable >= mine) {
                return;
            }
            wanted = Math.max(wanted, mine);
            work.signal();
            while (durable < mine && failure == null) {
                done.awaitUninterruptibly();
            }
            if (durable < mine) {
                throw new StoreFailedException("The store can't write its file any more", failure);
            }
        } finally {
            state.unlock();
        }
    }

    private void run() {
        try {
            while (awaitWork()) {
                release(commit());
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private long commit() {
        disk.lock();
        try {
            long committed;
            changes.writeLock().lock();
            try {
                committed = round;
                round = committed + 1;
                store.commit();
            } finally {
                changes.writeLock().unlock();
            }
            store.sync();
            return committed;
        } finally {
            disk.unlock();
        }
    }

    private boolean awaitWork() {
        state.lock();
        try {
            while (wanted <= durable && !closing) {
                work.awaitUninterruptibly();
            }
            return wanted > durable;
        } finally {
            state.unlock();
        }
    }

    private void release(long committed) {
        state.lock();
        try {
            durable = committed;
            done.signalAll();
        } finally {
            state.unlock();
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        state.lock();
        try {
            done.signalAll();
        } finally {
            state.unlock();
        }
        onFailure.accept(cause);
    }

    /** Ends the committer after what is waiting has been written. */
    @Override
    public void close() {
        state.lock();
        try {
            closing = true;
            work.signal();
        } finally {
            state.unlock();
        }
        boolean interrupted = false;
        while (committer.isAlive() && Thread.currentThread() != committer) {
            try {
                committer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
