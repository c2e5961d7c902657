package dev.drumbeat.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A program that listens on the port given and says so; the smallest process that a house could be made of. */
final class Echo {
    private Echo() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("echo begins, " + System.getenv("ECHO_SETTING"));
        if (arguments[0].equals("fail")) {
            throw new IllegalStateException("echo can't begin");
        }
        if (arguments.length > 1) {
            Runtime.getRuntime().addShutdownHook(new Thread(Echo::hang));
        }
        try (ServerSocket socket =
                new ServerSocket(Integer.parseInt(arguments[0]), 10, InetAddress.getLoopbackAddress())) {
            while (true) {
                socket.accept().close();
            }
        }
    }

    private static void hang() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
