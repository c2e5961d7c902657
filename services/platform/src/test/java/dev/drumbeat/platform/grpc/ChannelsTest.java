package dev.drumbeat.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ChannelsTest {
    /** By itself a channel would come for the sixth time after some 16 seconds, and for the eleventh after three minutes. */
    @Test
    void who_can_not_be_reached_is_tried_again_every_second() throws Exception {
        Semaphore attempts = new Semaphore(0);
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUpOnEverybody(door, attempts));
            ManagedChannel channel =
                    Channels.open("dns:///127.0.0.1:" + door.getLocalPort(), CallPolicy.of("drumbeat.test.v1.Test"));
            try {
                channel.getState(true);
                assertThat(attempts.tryAcquire(6, 9, TimeUnit.SECONDS))
                        .as("six attempts; %d are left", attempts.availablePermits())
                        .isTrue();
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private static void hangUpOnEverybody(ServerSocket door, Semaphore attempts) {
        while (!door.isClosed()) {
            try {
                door.accept().close();
                attempts.release();
            } catch (IOException e) {
                return;
            }
        }
    }
}
