package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.testkit.AggregatesContract;
import dev.drumbeat.testkit.Kept;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class PartnershipStoreContract extends AggregatesContract<Partnership> {
    @Override
    protected abstract PartnershipStore store();

    @Override
    protected Partnership sample(String id) {
        return Samples.partnership(id, "ada", "bob");
    }

    @Override
    protected Partnership changed(Partnership partnership) {
        return partnership.without("bob");
    }

    @Test
    void a_persons_partnerships_are_those_they_are_on_by_name() {
        store().create(Kept.first("one", Samples.partnership("zeta", "ada", "bob")));
        store().create(Kept.first("two", Samples.partnership("acme", "ada")));
        store().create(Kept.first("three", Samples.partnership("none")));

        assertThat(store().ofPerson("ada")).extracting(Partnership::id).containsExactly("acme", "zeta");
        assertThat(store().ofPerson("bob")).extracting(Partnership::id).containsExactly("zeta");
        assertThat(store().ofPerson("ad")).isEmpty();
        assertThat(store().membershipsOf("bob"))
                .containsExactly(
                        new Membership(Samples.partnership("zeta").facts(), Side.PARTNER, Role.OPS, List.of()));
        assertThat(store().membershipsOf("ada"))
                .extracting(membership -> membership.partnership().name())
                .containsExactly("partnerships/acme", "partnerships/zeta");
        assertThat(store().membershipsOf("ad")).isEmpty();
    }

    @Test
    void who_is_taken_off_is_no_longer_found() {
        Versioned<Partnership> first = Kept.first("one", Samples.partnership("acme", "ada", "bob"));
        store().create(first);

        store().replace(first, Kept.changed(first, "two", first.value().without("ada")));

        assertThat(store().ofPerson("ada")).isEmpty();
        assertThat(store().ofPerson("bob")).hasSize(1);
    }

    @Test
    void all_are_read_page_by_page_and_found_by_part_of_their_name() {
        IntStream.rangeClosed(1, 5)
                .forEach(i -> store().create(Kept.first("one" + i, Samples.partnership("p-" + (6 - i)))));

        Page<Versioned<Partnership>> first = store().list("", new Page.Wanted(3, ""));
        Page<Versioned<Partnership>> second = store().list("", new Page.Wanted(3, first.next()));

        assertThat(first.items()).extracting(kept -> kept.value().id()).containsExactly("p-1", "p-2", "p-3");
        assertThat(second.items()).extracting(kept -> kept.value().id()).containsExactly("p-4", "p-5");
        assertThat(second.next()).isEmpty();
        assertThat(store().list("SHIP P-4", Page.Wanted.first()).items()).hasSize(1);
        assertThat(store().list("p.4", Page.Wanted.first()).items()).isEmpty();
        assertThat(store().list("\\E.*", Page.Wanted.first()).items()).isEmpty();
    }

    @Test
    void equal_names_are_told_apart() {
        store().create(Kept.first("one", Samples.partnership("acme")));
        Partnership twin = new Partnership(
                "twin",
                "Partnership acme",
                Samples.company("owner"),
                Samples.company("acme"),
                java.time.ZoneId.of("UTC"),
                "EUR",
                "",
                List.of());

        assertThat(store().create(Kept.first("two", twin))).isTrue();
        assertThat(store().list(
                                "",
                                new Page.Wanted(
                                        1,
                                        store().list("", new Page.Wanted(1, "")).next()))
                        .items())
                .extracting(kept -> kept.value().id())
                .containsExactly("twin");
    }

    @Test
    void many_are_found_at_once() {
        store().create(Kept.first("one", Samples.partnership("acme")));

        assertThat(store().findAll(List.of("acme", "none")))
                .extracting(kept -> kept.value().id())
                .containsExactly("acme");
    }
}
