package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The people there are, with what they sign in with. */
public interface PersonStore extends Aggregates<Account> {
    /** @param email lower-cased */
    Optional<Account> findByEmail(String email);

    /** Of one company, by display name. */
    Page<Person> list(String company, Page.Wanted wanted);

    /** Those that do not exist are left out. */
    List<Person> findAll(Collection<String> ids);

    boolean isEmpty();

    /** Whether another administrator than this one is active. */
    boolean hasOtherAdministrator(String id);

    /** Some of the people that are {@link Account#leaving()}. */
    List<Person> leaving(int limit);
}
