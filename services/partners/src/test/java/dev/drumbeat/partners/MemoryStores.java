package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.testkit.MemoryAggregates;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The directory's ports without a store. */
final class MemoryStores {
    private MemoryStores() {}

    static final class Companies extends MemoryAggregates<Company> implements CompanyStore {
        @Override
        protected String id(Company company) {
            return company.id();
        }

        @Override
        protected List<String> uniqueParts(Company company) {
            return List.of();
        }

        @Override
        public Page<Company> list(Page.Wanted wanted) {
            return page(
                    all().map(Versioned::value), wanted, company -> SortKey.of(company.displayName(), company.id()));
        }

        @Override
        public List<Company> findAll(Collection<String> ids) {
            return all().map(Versioned::value)
                    .filter(company -> ids.contains(company.id()))
                    .sorted(Comparator.comparing(company -> SortKey.of(company.displayName(), company.id())))
                    .toList();
        }
    }

    static final class People extends MemoryAggregates<Account> implements PersonStore {
        @Override
        protected String id(Account account) {
            return account.person().id();
        }

        @Override
        protected List<String> uniqueParts(Account account) {
            return List.of(account.person().email());
        }

        @Override
        public Optional<Account> findByEmail(String email) {
            return all().map(Versioned::value)
                    .filter(account -> account.person().email().equals(email))
                    .findFirst();
        }

        @Override
        public Optional<Account> findByLink(String secretHash) {
            return all().map(Versioned::value)
                    .filter(account -> account.link() != null
                            && account.link().secretHash().equals(secretHash))
                    .findFirst();
        }

        @Override
        public List<Account> linkedAfter(Instant moment, int limit) {
            return all().map(Versioned::value)
                    .filter(account ->
                            account.link() != null && account.link().expiresAt().isAfter(moment))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Page<Account> list(String company, Page.Wanted wanted) {
            return page(
                    all().map(Versioned::value)
                            .filter(account -> account.person().company().equals(company)),
                    wanted,
                    account -> SortKey.of(
                            account.person().displayName(), account.person().id()));
        }

        @Override
        public List<Person> findAll(Collection<String> ids) {
            return all().map(kept -> kept.value().person())
                    .filter(person -> ids.contains(person.id()))
                    .toList();
        }

        @Override
        public boolean isEmpty() {
            return all().findAny().isEmpty();
        }

        @Override
        public boolean hasOtherAdministrator(String id) {
            return all().map(kept -> kept.value().person())
                    .anyMatch(person -> person.administrator()
                            && person.isActive()
                            && !person.id().equals(id));
        }

        @Override
        public List<Person> leaving(int limit) {
            return all().map(Versioned::value)
                    .filter(Account::leaving)
                    .map(Account::person)
                    .limit(limit)
                    .toList();
        }
    }

    static final class Partnerships extends MemoryAggregates<Partnership> implements PartnershipStore {
        @Override
        protected String id(Partnership partnership) {
            return partnership.id();
        }

        @Override
        protected List<String> uniqueParts(Partnership partnership) {
            return List.of();
        }

        @Override
        public List<Membership> membershipsOf(String person) {
            return ofPerson(person).stream()
                    .flatMap(partnership -> partnership.member(person).stream()
                            .map(member ->
                                    new Membership(partnership.facts(), member.side(), member.role(), List.of())))
                    .toList();
        }

        @Override
        public List<Partnership> ofPerson(String person) {
            return all().map(Versioned::value)
                    .filter(partnership -> partnership.member(person).isPresent())
                    .sorted(Comparator.comparing(
                            partnership -> SortKey.of(partnership.displayName(), partnership.id())))
                    .toList();
        }

        @Override
        public List<Versioned<Partnership>> findAll(Collection<String> ids) {
            return all().filter(kept -> ids.contains(kept.value().id()))
                    .sorted(Comparator.comparing(Partnerships::position))
                    .toList();
        }

        @Override
        public Page<Versioned<Partnership>> list(String search, Page.Wanted wanted) {
            String part = search.toLowerCase(Locale.ROOT);
            return page(
                    all().filter(kept ->
                            kept.value().displayName().toLowerCase(Locale.ROOT).contains(part)),
                    wanted,
                    Partnerships::position);
        }

        private static String position(Versioned<Partnership> kept) {
            return SortKey.of(kept.value().displayName(), kept.value().id());
        }
    }

    static final class Tokens extends MemoryAggregates<IngestionToken> implements TokenStore {
        @Override
        protected String id(IngestionToken token) {
            return token.id();
        }

        @Override
        protected List<String> uniqueParts(IngestionToken token) {
            return List.of(token.secretHash());
        }

        @Override
        public Optional<IngestionToken> findBySecretHash(String secretHash) {
            return all().map(Versioned::value)
                    .filter(token -> token.secretHash().equals(secretHash))
                    .findFirst();
        }

        @Override
        public Page<IngestionToken> list(Scope scope, Page.Wanted wanted) {
            return Page.of(
                    all().map(Versioned::value)
                            .filter(token -> scope.partnership().equals("partnerships/" + token.partnership()))
                            .sorted(Comparator.comparing(Tokens::position).reversed())
                            .filter(token ->
                                    wanted.after().isEmpty() || position(token).compareTo(wanted.after()) < 0)
                            .limit(wanted.size() + 1L)
                            .toList(),
                    wanted,
                    Tokens::position);
        }

        @Override
        public void touch(IngestionToken token, Instant at) {
            put(new IngestionToken(
                    token.id(),
                    token.partnership(),
                    token.displayName(),
                    token.side(),
                    token.company(),
                    token.recordableKpis(),
                    token.salt(),
                    token.secretHash(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt(),
                    at));
        }

        private static String position(IngestionToken token) {
            return token.createdAt() + token.id();
        }
    }

    static final class Sessions implements SessionStore {
        private final Map<String, Session> sessions = new ConcurrentHashMap<>();

        @Override
        public void open(Session session) {
            sessions.put(session.secretHash(), session);
        }

        @Override
        public Optional<Session> find(String secretHash) {
            return Optional.ofNullable(sessions.get(secretHash));
        }

        @Override
        public List<Session> ofPerson(String person) {
            return sessions.values().stream()
                    .filter(session -> session.person().equals(person))
                    .toList();
        }

        @Override
        public void touch(Session session, Instant at) {
            sessions.computeIfPresent(
                    session.secretHash(),
                    (unused, kept) -> kept.lastSeenAt().isBefore(at)
                            ? new Session(
                                    kept.secretHash(), kept.person(), kept.epoch(), kept.openedAt(), at, kept.place())
                            : kept);
        }

        @Override
        public void keep(Session session) {
            sessions.computeIfPresent(session.secretHash(), (unused, kept) -> kept.kept(session.epoch()));
        }

        @Override
        public void end(String secretHash) {
            sessions.remove(secretHash);
        }

        @Override
        public void forget(Instant openedBefore) {
            sessions.values().removeIf(session -> session.openedAt().isBefore(openedBefore));
        }
    }

    static final class AttemptCounts implements AttemptStore {
        private final Map<String, Attempts> counts = new ConcurrentHashMap<>();

        @Override
        public Attempts update(String account, UnaryOperator<Attempts> decision) {
            return Objects.requireNonNull(counts.compute(
                    account, (unused, before) -> decision.apply(before == null ? Attempts.none() : before)));
        }

        @Override
        public void clear(String account) {
            counts.remove(account);
        }

        @Override
        public void forget(Instant lastBefore) {
            counts.values().removeIf(attempts -> attempts.lastAt().isBefore(lastBefore));
        }
    }
}
