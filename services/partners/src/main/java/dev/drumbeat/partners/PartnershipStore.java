package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Versioned;
import java.util.Collection;
import java.util.List;

/** The partnerships there are. Who may see which is decided before: by membership, or by being an administrator. */
public interface PartnershipStore extends Aggregates<Partnership> {
    /** All that a person is on, by display name. */
    List<Partnership> ofPerson(String person);

    /** What a person is on each of them, by display name; made for people who are on thousands. */
    List<Membership> membershipsOf(String person);

    /** By display name; those that do not exist are left out. */
    List<Versioned<Partnership>> findAll(Collection<String> ids);

    /** All, by display name. @param search part of the display name, any case; empty for all */
    Page<Versioned<Partnership>> list(String search, Page.Wanted wanted);
}
