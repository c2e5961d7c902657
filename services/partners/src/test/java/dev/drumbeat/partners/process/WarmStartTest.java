package dev.drumbeat.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.Test;

/** A process warms up before it lets anybody in. */
final class WarmStartTest {
    @Test
    void warming_up_leaves_nothing_behind() {
        try (House house = new House()) {
            var database = house.store.database();

            assertThat(database.getCollection("sessions").countDocuments()).isZero();
            assertThat(database.getCollection("signInAttempts").countDocuments())
                    .isZero();
            assertThat(database.getCollection("leases").countDocuments(Filters.regex("_id", "warm")))
                    .isZero();
            assertThat(database.getCollection("people").countDocuments())
                    .as("the administrator whom the settings name")
                    .isEqualTo(1);
        }
    }
}
