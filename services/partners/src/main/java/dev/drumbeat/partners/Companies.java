package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Companies: an administrator makes them; everybody sees their own and those they have partnerships with. */
public final class Companies {
    private final CompanyStore store;
    private final PartnershipStore partnerships;
    private final Clock clock;

    public Companies(CompanyStore store, PartnershipStore partnerships, Clock clock) {
        this.store = store;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /** @param id made from the name when empty */
    public Company create(Caller caller, Request request, String id, String displayName, String timeZone) {
        caller.requireInstallation(Activity.MANAGE_PARTNERSHIPS);
        Validation validation = new Validation();
        String name = validation.line("display_name", displayName, 2, 120);
        ZoneId zone = validation.zone("time_zone", timeZone);
        if (!id.isEmpty()) {
            validation.id("company_id", id);
        }
        validation.orRefuse();
        Optional<Versioned<Company>> before = Writes.madeBefore(store, request);
        if (before.isPresent()) {
            return before.get().value();
        }
        for (String candidate : Candidates.ids(id, name)) {
            Optional<Versioned<Company>> made = make(caller, request, new Company(candidate, name, zone));
            if (made.isPresent()) {
                return made.get().value();
            }
        }
        throw Refusal.of(
                Reason.ALREADY_EXISTS, "company.exists", "There is a company with this id. Choose another id.");
    }

    private Optional<Versioned<Company>> make(Caller caller, Request request, Company company) {
        Instant now = clock.instant();
        return Writes.create(
                store,
                company,
                request,
                List.of(Writes.event(
                        "", now, caller.actor(), "company.created", company.name(), 1, "", company.json(), "")));
    }

    public Page<Company> list(Caller caller, Page.Wanted wanted) {
        if (caller.administrator() || caller.isService()) {
            return store.list(wanted);
        }
        Set<String> ids = new HashSet<>();
        ids.add(caller.company().substring(Company.COLLECTION.length() + 1));
        if (caller.isPerson()) {
            partnerships
                    .ofPerson(caller.subject().substring(Person.COLLECTION.length() + 1))
                    .forEach(partnership -> {
                        ids.add(partnership.owner().id());
                        ids.add(partnership.partner().id());
                    });
        }
        List<Company> visible = store.findAll(ids).stream()
                .filter(company -> position(company).compareTo(wanted.after()) > 0)
                .limit(wanted.size() + 1L)
                .toList();
        return Page.of(visible, wanted, Companies::position);
    }

    /** Ids to try for something new: the wished one alone, or some made from its name. */
    static final class Candidates {
        private Candidates() {}

        static List<String> ids(String wished, String displayName) {
            if (!wished.isEmpty()) {
                return List.of(wished);
            }
            String slug = Ids.slug(displayName);
            String base = slug.length() < 2 ? "x-" + slug + Ids.random().substring(0, 8) : slug;
            String stem = base.length() > 34 ? base.substring(0, 34).replaceAll("-+$", "") : base;
            return List.of(
                    base, stem + "-2", stem + "-3", stem + "-" + Ids.random().substring(0, 5));
        }
    }

    private static String position(Company company) {
        return SortKey.of(company.displayName(), company.id());
    }
}
