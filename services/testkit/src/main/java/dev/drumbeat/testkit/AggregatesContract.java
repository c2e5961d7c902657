package dev.drumbeat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Versioned;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every port that keeps things promises; each implementation is put to this. */
public abstract class AggregatesContract<T> {
    protected abstract Aggregates<T> store();

    /** A thing with this id. */
    protected abstract T sample(String id);

    /** The same thing, changed in some way that is kept. */
    protected abstract T changed(T value);

    @Test
    void what_is_kept_comes_back_as_it_was() {
        Versioned<T> first = Kept.first("one", sample("a-thing"));

        assertThat(store().find("a-thing")).isEmpty();
        assertThat(store().create(first)).isTrue();

        assertThat(store().find("a-thing")).contains(first);
        assertThat(store().madeBy(Kept.request("one"))).contains(first);
        assertThat(store().madeBy(Kept.request("two"))).isEmpty();
    }

    @Test
    void an_id_is_given_once_and_a_request_makes_one_thing() {
        store().create(Kept.first("one", sample("a-thing")));

        assertThat(store().create(Kept.first("two", sample("a-thing")))).isFalse();
        assertThat(store().create(Kept.first("one", sample("b-thing")))).isFalse();
        assertThat(store().find("b-thing")).isEmpty();
    }

    @Test
    void a_change_counts_only_on_the_newest_state() {
        Versioned<T> first = Kept.first("one", sample("a-thing"));
        store().create(first);
        Versioned<T> second = Kept.changed(first, "two", changed(first.value()));

        assertThat(store().replace(first, second)).isTrue();
        assertThat(store().replace(first, Kept.changed(first, "three", first.value())))
                .isFalse();

        assertThat(store().find("a-thing")).contains(second);
        assertThat(second.isAnswered(Kept.request("two"))).isTrue();
        assertThat(second.isAnswered(Kept.request("three"))).isFalse();
    }

    @Test
    void what_is_not_there_is_not_changed() {
        Versioned<T> first = Kept.first("one", sample("a-thing"));

        assertThat(store().replace(first, Kept.changed(first, "two", first.value())))
                .isFalse();
        assertThat(store().find("a-thing")).isEmpty();
    }

    @Test
    void events_are_told_and_not_told_again_with_the_next_change() {
        Versioned<T> first =
                Versioned.first(sample("a-thing"), Kept.request("one"), java.util.List.of(Kept.event("first")));
        store().create(first);

        assertThat(store().find("a-thing").orElseThrow().untold()).isEmpty();
    }

    @Test
    void of_many_who_create_the_same_one_succeeds() throws Exception {
        var created = new java.util.concurrent.atomic.AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(i -> threads.submit(() -> {
                        if (store().create(Kept.first("request" + i, sample("a-thing")))) {
                            created.incrementAndGet();
                        }
                    }));
        }

        assertThat(created).hasValue(1);
    }
}
