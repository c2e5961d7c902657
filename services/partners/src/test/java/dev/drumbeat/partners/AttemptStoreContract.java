package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.platform.domain.Refusal;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class AttemptStoreContract {
    protected abstract AttemptStore store();

    @Test
    void attempts_add_up_by_account() {
        store().update("ada", before -> before.next(Samples.NOW));
        assertThat(store().update("ada", before -> before.next(Samples.NOW)).failures())
                .isEqualTo(2);
        assertThat(store().update("bob", before -> before.next(Samples.NOW)).failures())
                .isEqualTo(1);

        store().clear("ada");

        assertThat(store().update("ada", before -> before.next(Samples.NOW)).failures())
                .isEqualTo(1);
    }

    @Test
    void a_refused_attempt_changes_nothing() {
        for (int i = 0; i < Attempts.FREE; i++) {
            store().update("ada", before -> before.next(Samples.NOW));
        }
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> store().update("ada", before -> before.next(Samples.NOW)))
                    .isInstanceOf(Refusal.class);
        }

        assertThat(store().update("ada", before -> before).failures()).isEqualTo(Attempts.FREE);
    }

    @Test
    void of_many_at_once_each_counts() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4)
                    .forEach(i -> threads.submit(() -> store().update("ada", before -> before.next(Samples.NOW))));
        }

        assertThat(store().update("ada", before -> before).failures()).isEqualTo(4);
    }

    @Test
    void old_ones_are_forgotten() {
        store().update("ada", before -> before.next(Samples.NOW));

        store().forget(Samples.NOW.plusSeconds(1));

        assertThat(store().update("ada", before -> before.next(Samples.NOW)).failures())
                .isEqualTo(1);
    }
}
