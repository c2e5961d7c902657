package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.testkit.AggregatesContract;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.Kept;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class TokenStoreContract extends AggregatesContract<IngestionToken> {
    private final FakeDirectory directory = new FakeDirectory();

    @Override
    protected abstract TokenStore store();

    @Override
    protected IngestionToken sample(String id) {
        return Samples.token(id, "acme", Samples.NOW);
    }

    @Override
    protected IngestionToken changed(IngestionToken token) {
        return token.revoked(Samples.NOW);
    }

    @Test
    void it_is_found_by_the_hash_of_its_secret() {
        store().create(Kept.first("one", sample("t-1")));

        assertThat(store().findBySecretHash(Ids.hash("secret of t-1"))).contains(sample("t-1"));
        assertThat(store().findBySecretHash(Ids.hash("secret of t-2"))).isEmpty();
    }

    @Test
    void those_of_one_partnership_are_read_newest_first() {
        IntStream.rangeClosed(1, 3)
                .forEach(i -> store().create(
                                Kept.first("one" + i, Samples.token("t-" + i, "acme", Samples.NOW.plusSeconds(i)))));
        store().create(Kept.first("other", Samples.token("other", "bolt", Samples.NOW)));

        Page<IngestionToken> first = store().list(scope("acme"), new Page.Wanted(2, ""));
        Page<IngestionToken> second = store().list(scope("acme"), new Page.Wanted(2, first.next()));

        assertThat(first.items()).extracting(IngestionToken::id).containsExactly("t-3", "t-2");
        assertThat(second.items()).extracting(IngestionToken::id).containsExactly("t-1");
        assertThat(store().list(scope("bolt"), Page.Wanted.first()).items()).hasSize(1);
    }

    @Test
    void its_last_use_is_remembered_and_is_no_change_to_it() {
        Versioned<IngestionToken> first = Kept.first("one", sample("t-1"));
        store().create(first);

        store().touch(first.value(), Samples.NOW.plusSeconds(5));

        Versioned<IngestionToken> after = store().find("t-1").orElseThrow();
        assertThat(after.value().lastUsedAt()).isEqualTo(Samples.NOW.plusSeconds(5));
        assertThat(after.revision()).isEqualTo(1);
        assertThat(store().replace(
                                first, Kept.changed(first, "two", first.value().revoked(Samples.NOW))))
                .isTrue();
    }

    private Scope scope(String partnership) {
        directory.partnership(partnership, "UTC", "USD");
        directory.administrator("root");
        return directory.scope("people/root", "partnerships/" + partnership);
    }
}
