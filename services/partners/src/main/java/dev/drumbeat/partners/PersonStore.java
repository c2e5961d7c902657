package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The people there are, with what they sign in with. */
public interface PersonStore extends Aggregates<Account> {
    /** @param email lower-cased */
    Optional<Account> findByEmail(String email);

    Optional<Account> findByLink(String secretHash);

    /** Some of those whose link can be used after this moment. */
    List<Account> linkedAfter(Instant moment, int limit);

    /** Of one company, by display name. */
    Page<Account> list(String company, Page.Wanted wanted);

    /** Those that do not exist are left out. */
    List<Person> findAll(Collection<String> ids);

    boolean isEmpty();

    /** Whether another administrator than this one is active. */
    boolean hasOtherAdministrator(String id);

    /** Some of the people that are {@link Account#leaving()}. */
    List<Person> leaving(int limit);
}
