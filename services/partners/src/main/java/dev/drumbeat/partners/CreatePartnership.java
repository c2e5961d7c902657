package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An administrator brings two companies together. */
public final class CreatePartnership {
    private final PartnershipStore store;
    private final CompanyStore companies;
    private final Clock clock;

    /**
     * A partnership to be.
     *
     * @param id made from the name when empty
     * @param owner {@code companies/{company}}
     * @param partner {@code companies/{company}}
     * @param timeZone the owner's when empty
     */
    public record Wish(
            String id,
            String displayName,
            String owner,
            String partner,
            String timeZone,
            String currency,
            String dataNotice) {}

    public CreatePartnership(PartnershipStore store, CompanyStore companies, Clock clock) {
        this.store = store;
        this.companies = companies;
        this.clock = clock;
    }

    public Versioned<Partnership> create(Caller caller, Request request, Wish wish) {
        caller.requireInstallation(Activity.MANAGE_PARTNERSHIPS);
        Validation validation = new Validation();
        String displayName = validation.line("display_name", wish.displayName(), 2, 120);
        String dataNotice = validation.text("data_notice", wish.dataNotice(), 0, 1_000);
        String currency = validation.currency("currency", wish.currency());
        if (!wish.id().isEmpty()) {
            validation.id("partnership_id", wish.id());
        }
        Optional<ZoneId> zone = wish.timeZone().isEmpty()
                ? Optional.empty()
                : Optional.of(validation.zone("time_zone", wish.timeZone()));
        validation.orRefuse();
        Company owner = company(wish.owner());
        Company partner = company(wish.partner());
        Optional<Versioned<Partnership>> before = Writes.madeBefore(store, request);
        if (before.isPresent()) {
            return before.get();
        }
        for (String id : Companies.Candidates.ids(wish.id(), displayName)) {
            Partnership partnership = new Partnership(
                    id, displayName, owner, partner, zone.orElse(owner.timeZone()), currency, dataNotice, List.of());
            Optional<Versioned<Partnership>> made = make(caller, request, partnership);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw Refusal.of(
                Reason.ALREADY_EXISTS, "partnership.exists", "There is a partnership with this id. Choose another id.");
    }

    private Optional<Versioned<Partnership>> make(Caller caller, Request request, Partnership partnership) {
        Instant now = clock.instant();
        return Writes.create(
                store,
                partnership,
                request,
                List.of(Writes.event(
                        partnership.name(),
                        now,
                        caller.actor(),
                        "partnership.created",
                        partnership.name(),
                        1,
                        "",
                        partnership.json(),
                        "")));
    }

    private Company company(String name) {
        return companies
                .find(ResourceName.id(name, Company.COLLECTION))
                .map(Versioned::value)
                .orElseThrow(() -> Refusal.notFound(name));
    }
}
