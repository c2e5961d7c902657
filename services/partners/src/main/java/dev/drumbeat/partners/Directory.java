package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who a subject is now, in two queries however many partnerships they are on. */
public final class Directory implements CallerDirectory, PartnershipDirectory {
    private final PersonStore people;
    private final PartnershipStore partnerships;
    private final TokenStore tokens;
    private final Clock clock;
    private final SharedLookups<Optional<Caller>> lookups = new SharedLookups<>();

    public Directory(PersonStore people, PartnershipStore partnerships, TokenStore tokens, Clock clock) {
        this.people = people;
        this.partnerships = partnerships;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> resolve(String subject) {
        return lookups.of(subject, () -> lookUp(subject));
    }

    private Optional<Caller> lookUp(String subject) {
        int slash = subject.indexOf('/');
        String id = subject.substring(slash + 1);
        return switch (slash < 0 ? "" : subject.substring(0, slash)) {
            case "people" ->
                people.find(id)
                        .map(Versioned::value)
                        .map(Account::person)
                        .filter(Person::isActive)
                        .map(this::caller);
            case "tokens" ->
                tokens.find(id)
                        .map(Versioned::value)
                        .filter(token -> token.isUsable(clock.instant()))
                        .flatMap(this::caller);
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, PartnershipFacts> find(Collection<String> names) {
        Map<String, PartnershipFacts> found = new LinkedHashMap<>();
        partnerships
                .findAll(Partnerships.ids(names))
                .forEach(kept -> found.put(kept.value().name(), kept.value().facts()));
        return found;
    }

    private Caller caller(Person person) {
        Map<String, Membership> memberships = new LinkedHashMap<>();
        partnerships
                .membershipsOf(person.id())
                .forEach(membership -> memberships.put(membership.partnership().name(), membership));
        return new Caller(
                person.name(),
                person.displayName(),
                Company.COLLECTION + "/" + person.company(),
                person.administrator(),
                memberships);
    }

    private Optional<Caller> caller(IngestionToken token) {
        return partnerships
                .find(token.partnership())
                .map(Versioned::value)
                .map(partnership -> new Caller(
                        token.subject(),
                        token.displayName(),
                        Company.COLLECTION + "/" + token.company(),
                        false,
                        Map.of(
                                partnership.name(),
                                new Membership(partnership.facts(), token.side(), null, token.recordableKpis()))));
    }
}
