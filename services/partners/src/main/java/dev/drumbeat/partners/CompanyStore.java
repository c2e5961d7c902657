package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import java.util.Collection;
import java.util.List;

/** The companies there are. */
public interface CompanyStore extends Aggregates<Company> {
    /** By display name. */
    Page<Company> list(Page.Wanted wanted);

    /** By display name; those that do not exist are left out. */
    List<Company> findAll(Collection<String> ids);
}
