package dev.drumbeat.store;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Documents found, one after another. Closing lets go of what the file holds for it; reading can go on afterwards. */
final class Results implements Iterator<Found>, AutoCloseable {

    private final Iterator<Found> source;
    private long toSkip;
    private long left = Long.MAX_VALUE;

    Results(Iterator<Found> source) {
        this.source = source;
    }

    Results skip(long count) {
        toSkip = count;
        return this;
    }

    /** At most so many; 0 means all. */
    Results limit(long count) {
        left = count > 0 ? count : Long.MAX_VALUE;
        return this;
    }

    @Override
    public boolean hasNext() {
        while (toSkip > 0 && source.hasNext()) {
            source.next();
            toSkip--;
        }
        return left > 0 && source.hasNext();
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        return source.next();
    }

    @Override
    public void close() {
        if (source instanceof Scan scan) {
            scan.close();
        }
    }
}
