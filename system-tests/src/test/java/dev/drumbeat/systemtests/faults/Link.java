package dev.drumbeat.systemtests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A line to one process: it listens on one port of this machine and carries what comes to another, both ways, until it is told to be
 * slow, to be silent, or to be cut. When nobody listens behind it, whoever called is hung up on.
 */
final class Link implements AutoCloseable {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int CONNECT_MILLIS = 1_000;

    private final int port;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition speaks = lock.newCondition();
    private volatile Duration delay = Duration.ZERO;
    private boolean silent;
    private ServerSocket door;

    private Link(int port, int target, ServerSocket door) {
        this.port = port;
        this.target = target;
        this.door = door;
    }

    static Link open(int port, int target) {
        Link link = new Link(port, target, listen(port));
        link.answer(link.door);
        return link;
    }

    int port() {
        return port;
    }

    /** Everything that is said takes this much longer, each way. */
    void slow(Duration by) {
        delay = by;
    }

    /** Nothing is read or carried any more, and nobody is told: what is said waits until the line is restored. */
    void silence() {
        lock.lock();
        try {
            silent = true;
        } finally {
            lock.unlock();
        }
    }

    /** Every connection breaks, and new ones are refused. */
    void cut() {
        close();
    }

    /** As good as new. */
    void restore() {
        delay = Duration.ZERO;
        lock.lock();
        try {
            silent = false;
            speaks.signalAll();
        } finally {
            lock.unlock();
        }
        if (door.isClosed()) {
            door = listen(port);
            answer(door);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Link::hangUp);
        lock.lock();
        try {
            speaks.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
    }

    private void answer(ServerSocket open) {
        Thread.ofVirtual().name("link-" + port).start(() -> {
            while (!open.isClosed()) {
                try {
                    Socket caller = open.accept();
                    Thread.ofVirtual().start(() -> connect(open, caller));
                } catch (IOException e) {
                    // Cut, which ends this; or the caller was quicker in leaving than we in answering.
                }
            }
        });
    }

    private void connect(ServerSocket through, Socket caller) {
        Socket called = new Socket();
        sockets.add(caller);
        sockets.add(called);
        if (through.isClosed()) {
            // Cut while this caller was being answered.
            hangUp(caller);
        }
        try {
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
            called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            Thread back = Thread.ofVirtual().start(() -> carry(called, caller));
            carry(caller, called);
            back.join();
        } catch (IOException e) {
            // Nobody there: the caller learns it below.
            hangUp(called);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp(caller);
            hangUp(called);
            sockets.remove(caller);
            sockets.remove(called);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (awaitSpeech(from)) {
                int count = in.read(chunk);
                if (count < 0) {
                    break;
                }
                LockSupport.parkNanos(delay.toNanos());
                // What was read just before the silence is not heard before its end either.
                if (!awaitSpeech(from)) {
                    break;
                }
                out.write(chunk, 0, count);
            }
        } catch (IOException e) {
            // One side is gone; so is the line.
            hangUp(from);
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    /** False when the line was cut meanwhile. */
    private boolean awaitSpeech(Socket on) {
        lock.lock();
        try {
            while (silent && !on.isClosed()) {
                speaks.awaitUninterruptibly();
            }
            return !on.isClosed();
        } finally {
            lock.unlock();
        }
    }

    /** At once, as a broken line does: without a word to the other side about what is still under way. */
    private static void hangUp(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
