package dev.drumbeat.testkit;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** People and partnerships as a test wants them; change them at any time. */
public final class FakeDirectory implements CallerDirectory, PartnershipDirectory {
    private final Map<String, PartnershipFacts> partnerships = new ConcurrentHashMap<>();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /**
     * Partnership {@code partnerships/{id}} with, on each side, a LEADER, an OPS and a VIEWER: {@code people/{id}-owner-leader},
     * {@code people/{id}-partner-ops} and so on, and a token for each side, {@code tokens/{id}-owner} and {@code
     * tokens/{id}-partner}, that may record everything.
     */
    public PartnershipFacts staffed(String id, String timeZone, String currency) {
        PartnershipFacts facts = partnership(id, timeZone, currency);
        for (Side side : Side.values()) {
            String sideName = side.name().toLowerCase(java.util.Locale.ROOT);
            for (Role role : Role.values()) {
                person(
                        id + "-" + sideName + "-" + role.name().toLowerCase(java.util.Locale.ROOT),
                        facts.name(),
                        side,
                        role);
            }
            token(id + "-" + sideName, facts.name(), side, List.of());
        }
        return facts;
    }

    public PartnershipFacts partnership(String id, String timeZone, String currency) {
        PartnershipFacts facts = new PartnershipFacts(
                "partnerships/" + id,
                "Partnership " + id,
                "Owner of " + id,
                "Partner of " + id,
                ZoneId.of(timeZone),
                currency);
        partnerships.put(facts.name(), facts);
        return facts;
    }

    /** Puts a person on one more partnership. */
    public Caller person(String id, String partnership, Side side, Role role) {
        return join("people/" + id, partnership, side, role, List.of());
    }

    public Caller token(String id, String partnership, Side side, List<String> recordableKpis) {
        return join("tokens/" + id, partnership, side, null, recordableKpis);
    }

    public Caller administrator(String id) {
        return callers.merge(
                "people/" + id,
                new Caller("people/" + id, id, "companies/installation", true, Map.of()),
                (known, unused) ->
                        new Caller(known.subject(), known.displayName(), known.company(), true, known.memberships()));
    }

    /** From now on the subject can't act. */
    public void remove(String subject) {
        callers.remove(subject);
    }

    public Caller caller(String subject) {
        return Objects.requireNonNull(callers.get(subject), subject);
    }

    /** The scope of a subject on a partnership, both as {@code collection/id}. */
    public Scope scope(String subject, String partnership) {
        Caller caller = subject.startsWith("services/")
                ? Caller.service(subject.substring("services/".length()))
                : caller(subject);
        return caller.scope(partnership, this);
    }

    @Override
    public Optional<Caller> resolve(String subject) {
        return Optional.ofNullable(callers.get(subject));
    }

    @Override
    public Map<String, PartnershipFacts> find(Collection<String> names) {
        Map<String, PartnershipFacts> found = new LinkedHashMap<>();
        for (String name : names) {
            PartnershipFacts facts = partnerships.get(name);
            if (facts != null) {
                found.put(name, facts);
            }
        }
        return found;
    }

    private Caller join(
            String subject, String partnership, Side side, @Nullable Role role, List<String> recordableKpis) {
        PartnershipFacts facts = Objects.requireNonNull(partnerships.get(partnership), partnership);
        String company = "companies/" + partnership.substring("partnerships/".length()) + "-"
                + side.name().toLowerCase(java.util.Locale.ROOT);
        return callers.compute(subject, (unused, known) -> {
            Map<String, Membership> memberships = new LinkedHashMap<>(known == null ? Map.of() : known.memberships());
            memberships.put(partnership, new Membership(facts, side, role, recordableKpis));
            String displayName = subject.substring(subject.indexOf('/') + 1);
            return new Caller(subject, displayName, company, known != null && known.administrator(), memberships);
        });
    }
}
