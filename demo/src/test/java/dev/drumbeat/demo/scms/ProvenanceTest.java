package dev.drumbeat.demo.scms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private final String provenance = new String(resource("PROVENANCE.md"), StandardCharsets.UTF_8);

    @Test
    void the_extract_is_the_one_that_the_provenance_describes() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource("deliveries.csv"));

        assertThat(provenance).contains("`" + HexFormat.of().formatHex(digest) + "`");
    }

    @Test
    void the_provenance_tells_the_lines_and_months_of_every_vendor() {
        var history = DeliveryHistory.read();
        assertThat(history.size()).isEqualTo(4_044);
        for (Vendor vendor : history.vendors()) {
            var months = history.deliveriesOf(vendor).stream()
                    .map(Delivery::month)
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
            assertThat(provenance)
                    .contains("| " + vendor.slug() + " | "
                            + history.deliveriesOf(vendor).size() + " | " + months.first() + " to " + months.last()
                            + " |");
        }
    }

    private static byte[] resource(String name) {
        try (var stream = Objects.requireNonNull(ProvenanceTest.class.getResourceAsStream(name))) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
