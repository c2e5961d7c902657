package dev.drumbeat.cadence.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.ListMailRequest;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedRequest;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.ProcessUnderTest;
import dev.drumbeat.testkit.StoreUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as its container wires it, while nobody else can be reached. */
class ProcessTest {
    @TempDir
    Path keys;

    @Test
    void answers_on_its_own_and_says_when_it_needs_others() {
        MutableClock clock = MutableClock.pinned();
        Identities identities = Identities.inFiles(keys, clock);
        try (StoreUnderTest store = StoreUnderTest.open();
                ProcessUnderTest process = ProcessUnderTest.start(
                        "cadence",
                        keys,
                        identities,
                        store,
                        clock,
                        Map.of("drumbeat.partners-address", "dns:///127.0.0.1:1"))) {
            assertThat(refusalOf(() -> CadenceServiceGrpc.newBlockingStub(process.as("services/gateway"))
                                    .readCalendarFeed(ReadCalendarFeedRequest.newBuilder()
                                            .setSecret("guessed")
                                            .build()))
                            .rule())
                    .isEqualTo("calendar_feed.unknown");
            assertThat(CadenceServiceGrpc.newBlockingStub(process.as("services/gateway"))
                            .listMail(ListMailRequest.getDefaultInstance())
                            .getMailServerConfigured())
                    .isFalse();
            assertThat(refusalOf(() -> CadenceServiceGrpc.newBlockingStub(process.as("people/ada"))
                                    .listMail(ListMailRequest.getDefaultInstance()))
                            .reason())
                    .isEqualTo(Reason.UNAVAILABLE);
        }
    }
}
