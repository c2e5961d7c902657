package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.testkit.AggregatesContract;
import dev.drumbeat.testkit.Kept;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class PersonStoreContract extends AggregatesContract<Account> {
    @Override
    protected abstract PersonStore store();

    @Override
    protected Account sample(String id) {
        return Samples.account(Samples.person(id));
    }

    @Override
    protected Account changed(Account account) {
        return account.deactivated(Samples.NOW);
    }

    @Test
    void an_address_belongs_to_one_person() {
        store().create(Kept.first("one", sample("ada")));
        Person namesake = new Person("adb", "Ada", "ada@example.com", "acme", false, null);

        assertThat(store().create(Kept.first("two", Samples.account(namesake)))).isFalse();
        assertThat(store().findByEmail("ada@example.com")).contains(sample("ada"));
        assertThat(store().findByEmail("ADA@example.com")).isEmpty();
    }

    @Test
    void people_of_a_company_are_read_page_by_page_by_name() {
        IntStream.rangeClosed(1, 5).forEach(i -> store().create(Kept.first("one" + i, sample("p-" + (6 - i)))));
        Person other = new Person("other", "Another", "other@example.com", "bolt", false, null);
        store().create(Kept.first("other", Samples.account(other)));

        Page<Account> first = store().list("acme", new Page.Wanted(3, ""));
        Page<Account> second = store().list("acme", new Page.Wanted(3, first.next()));

        assertThat(first.items()).extracting(account -> account.person().id()).containsExactly("p-1", "p-2", "p-3");
        assertThat(second.items()).extracting(account -> account.person().id()).containsExactly("p-4", "p-5");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void many_are_found_at_once() {
        store().create(Kept.first("one", sample("ada")));
        store().create(Kept.first("two", sample("bob")));

        assertThat(store().findAll(List.of("bob", "nobody", "ada")))
                .extracting(Person::id)
                .containsExactlyInAnyOrder("ada", "bob");
        assertThat(store().findAll(List.of())).isEmpty();
    }

    @Test
    void the_last_active_administrator_is_known() {
        assertThat(store().isEmpty()).isTrue();
        Account root = administrator("root");
        store().create(Kept.first("one", root));
        assertThat(store().isEmpty()).isFalse();
        assertThat(store().hasOtherAdministrator("root")).isFalse();
        Versioned<Account> second = Kept.first("two", administrator("second"));
        store().create(second);
        assertThat(store().hasOtherAdministrator("root")).isTrue();

        store().replace(second, Kept.changed(second, "three", second.value().deactivated(Samples.NOW)));

        assertThat(store().hasOtherAdministrator("root")).isFalse();
    }

    @Test
    void a_link_is_found_until_it_is_used() {
        PasswordLink link =
                new PasswordLink(PasswordLink.Purpose.INVITATION, "salt", "link-hash", Samples.NOW.plusSeconds(60));
        Versioned<Account> first = Kept.first("one", Account.invited(Samples.person("ada"), link));
        store().create(first);
        store().create(Kept.first("other", sample("bob")));

        assertThat(store().findByLink("link-hash")).contains(first.value());
        assertThat(store().findByLink("")).isEmpty();
        assertThat(store().linkedAfter(Samples.NOW, 10)).containsExactly(first.value());
        assertThat(store().linkedAfter(link.expiresAt(), 10)).isEmpty();
        store().replace(first, Kept.changed(first, "two", first.value().withPassword("hash")));
        assertThat(store().findByLink("link-hash")).isEmpty();
        assertThat(store().linkedAfter(Samples.NOW, 10)).isEmpty();
    }

    @Test
    void who_is_leaving_is_found_until_gone() {
        Versioned<Account> first = Kept.first("one", sample("ada"));
        store().create(first);
        store().create(Kept.first("other", sample("bob")));
        Versioned<Account> left = Kept.changed(first, "two", first.value().deactivated(Samples.NOW));
        store().replace(first, left);

        assertThat(store().leaving(10)).extracting(Person::id).containsExactly("ada");
        store().replace(left, Kept.changed(left, "three", left.value().gone()));
        assertThat(store().leaving(10)).isEmpty();
    }

    private static Account administrator(String id) {
        return Samples.account(new Person(id, id, id + "@example.com", "acme", true, null));
    }
}
