package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.journal.Digests;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact;
import dev.drumbeat.incentives.journal.Fact.Disclosed;
import dev.drumbeat.incentives.journal.Fact.EvidenceShown;
import dev.drumbeat.incentives.journal.Fact.ForecastDeclared;
import dev.drumbeat.incentives.journal.Fact.StatementProposed;
import dev.drumbeat.incentives.journal.Head;
import dev.drumbeat.incentives.journal.Trees;
import dev.drumbeat.incentives.journal.Verification;
import dev.drumbeat.incentives.journal.Verification.TamperKind;
import dev.drumbeat.incentives.journal.Verification.Tampering;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reading what a book and its journal hold. */
public final class ReadBook {
    private final Ledger ledger;
    private final Books books;

    public ReadBook(Ledger ledger, Books books) {
        this.ledger = ledger;
        this.books = books;
    }

    public Versioned<Book> book(Scope scope) {
        Rights.read(scope);
        return ledger.settled(scope.partnership());
    }

    /** Newest first, without what only the other side has drafted. */
    public List<Agreement> agreements(Scope scope) {
        return book(scope).value().agreements().reversed().stream()
                .filter(agreement -> visible(scope, agreement))
                .toList();
    }

    public Agreement agreement(Scope scope, String name) {
        return book(scope)
                .value()
                .agreement(name)
                .filter(agreement -> visible(scope, agreement))
                .orElseThrow(() -> Refusal.notFound(name));
    }

    private static boolean visible(Scope scope, Agreement agreement) {
        return !agreement.versions().isEmpty()
                || scope.side()
                        .map(agreement::draft)
                        .flatMap(Function.identity())
                        .isPresent();
    }

    /**
     * Newest first.
     *
     * @param states to keep; all when empty
     */
    public Page<StatementView> statements(
            Scope scope,
            String agreement,
            Optional<Instant> asOf,
            Set<StatementView.State> states,
            Page.Wanted wanted) {
        return matching(
                wanted,
                statement -> states.isEmpty() || states.contains(statement.state()),
                statement -> statement.proposal().sequence(),
                part -> statements(scope, agreement, asOf, part));
    }

    /** All statements of a settlement period, newest first. */
    public List<StatementView> statements(Scope scope, String agreement, String period) {
        book(scope);
        return views(scope, List.of("statement:" + Names.id(agreement) + "." + period), Optional.empty())
                .reversed();
    }

    private Page<StatementView> statements(Scope scope, String agreement, Optional<Instant> asOf, Page.Wanted wanted) {
        book(scope);
        String prefix = agreement.isEmpty() ? "statement:" : "statement:" + Names.id(agreement) + ".";
        Page<Entry> page = books.page(scope.partnership(), StatementProposed.class, prefix, asOf, wanted);
        List<String> topics = page.items().stream()
                .map(entry -> entry.fact().topic())
                .distinct()
                .toList();
        List<StatementView> views = views(scope, topics, asOf);
        return page.map(entry -> views.stream()
                .filter(view -> view.proposal().sequence() == entry.sequence())
                .findFirst()
                .orElseThrow());
    }

    public StatementView statement(Scope scope, String name) {
        book(scope);
        Names.require(name, "statements");
        return views(scope, List.of(Fact.statementTopic(name)), Optional.empty()).stream()
                .filter(view -> view.content().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(name));
    }

    private List<StatementView> views(Scope scope, List<String> topics, Optional<Instant> asOf) {
        return books.topics(scope.partnership(), topics).stream()
                .filter(entry -> asOf.map(moment -> !entry.at().isAfter(moment)).orElse(true))
                .collect(Collectors.groupingBy(entry -> entry.fact().topic()))
                .values()
                .stream()
                .flatMap(topic -> StatementView.of(topic).stream())
                .toList();
    }

    /** Without amounts: for everybody who may read scores. */
    public Page<Entry> disclosures(Scope scope, String kpi, Page.Wanted wanted) {
        scope.require(Activity.READ_SCORES);
        ledger.settled(scope.partnership());
        String topic = kpi.isEmpty() ? "disclosure:" : "disclosure:" + Names.id(kpi) + ".";
        return books.page(scope.partnership(), Disclosed.class, topic, Optional.empty(), wanted);
    }

    public Entry disclosure(Scope scope, String kpi, String name) {
        return books.topics(scope.partnership(), List.of("disclosure:" + Names.id(kpi) + ".")).stream()
                .filter(entry -> entry.fact().subject().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(name));
    }

    public Page<Entry> forecasts(Scope scope, Page.Wanted wanted) {
        book(scope);
        return books.page(scope.partnership(), ForecastDeclared.class, "", Optional.empty(), wanted);
    }

    /**
     * Newest first.
     *
     * @param states to keep; all when empty
     */
    public Page<EvidenceView> evidence(Scope scope, Set<EvidenceView.State> states, Page.Wanted wanted) {
        return matching(
                wanted,
                evidence -> states.isEmpty() || states.contains(evidence.state()),
                evidence -> evidence.shown().sequence(),
                part -> evidence(scope, part));
    }

    /** A full page of those that are kept, however many that are not lie between them. */
    private static <T> Page<T> matching(
            Page.Wanted wanted, Predicate<T> kept, ToLongFunction<T> sequence, Function<Page.Wanted, Page<T>> read) {
        List<T> found = new ArrayList<>();
        String after = wanted.after();
        do {
            Page<T> part = read.apply(new Page.Wanted(wanted.size(), after));
            part.items().stream().filter(kept).forEach(found::add);
            after = part.next();
        } while (found.size() <= wanted.size() && !after.isEmpty());
        boolean more = found.size() > wanted.size();
        List<T> items = more ? found.subList(0, wanted.size()) : found;
        return new Page<>(items, more ? Long.toString(sequence.applyAsLong(items.getLast())) : "");
    }

    private Page<EvidenceView> evidence(Scope scope, Page.Wanted wanted) {
        book(scope);
        Page<Entry> page = books.page(scope.partnership(), EvidenceShown.class, "", Optional.empty(), wanted);
        List<Entry> all = books.topics(
                scope.partnership(),
                page.items().stream().map(entry -> entry.fact().topic()).toList());
        return page.map(shown -> EvidenceView.of(all.stream()
                        .filter(entry ->
                                entry.fact().topic().equals(shown.fact().topic()))
                        .toList())
                .orElseThrow());
    }

    public EvidenceView evidence(Scope scope, String name) {
        book(scope);
        return EvidenceView.of(books.topics(scope.partnership(), List.of("evidence:" + Names.id(name))))
                .orElseThrow(() -> Refusal.notFound(name));
    }

    public record Verified(Head head, long entries, List<Tampering> findings, Instant at) {}

    /** The whole journal, and the terms that both sides signed. */
    public Verified verify(Scope scope, Optional<Head> kept) {
        Book book = book(scope).value();
        var rows = books.rows(scope.partnership());
        List<Tampering> findings = new ArrayList<>(Verification.of(book.head(), rows, kept));
        for (Agreement agreement : book.agreements()) {
            for (Version version : agreement.signed()) {
                if (!Digests.of(Trees.write(version.terms())).equals(version.digest())) {
                    findings.add(new Tampering(
                            TamperKind.EDITED,
                            0,
                            agreement.name(),
                            "The terms of version " + version.number() + " are not what was signed."));
                }
            }
        }
        return new Verified(book.head(), rows.size(), findings, ledger.now());
    }

    /** What may be done now, as names of the contract's methods. */
    public List<String> mayDo(Scope scope, Agreement agreement) {
        Optional<Side> side = scope.side();
        if (side.isEmpty()) {
            return List.of();
        }
        boolean writes = Rights.mayPropose(scope);
        boolean drafted = agreement.draft(side.get()).isPresent();
        Optional<Version> proposed = agreement.proposed();
        List<String> may = new ArrayList<>();
        add(may, "SaveDraft", writes);
        add(may, "DiscardDraft", writes && drafted);
        add(may, "ProposeAgreement", writes && drafted && proposed.isEmpty());
        add(
                may,
                "SignAgreement",
                proposed.filter(version ->
                                !version.isSignedBy(side.get()) && Rights.maySign(scope, version.proposedBy()))
                        .isPresent());
        boolean leads = scope.may(Activity.SIGN_TERMS);
        add(may, "RejectAgreement", leads && proposed.isPresent());
        add(may, "EndAgreement", leads && !agreement.signed().isEmpty());
        add(may, "ProposeStatement", writes && !agreement.signed().isEmpty());
        add(may, "DeclareForecast", writes && side.get() == Side.PARTNER && paysByForecast(agreement));
        return may;
    }

    private static boolean paysByForecast(Agreement agreement) {
        return agreement.signed().stream()
                .flatMap(version -> version.terms().rules().stream())
                .anyMatch(rule -> rule.body() instanceof TruthfulTarget);
    }

    public List<String> mayDo(Scope scope, StatementView statement) {
        Optional<Side> side = scope.side();
        if (side.isEmpty()) {
            return List.of();
        }
        List<String> may = new ArrayList<>();
        boolean open =
                statement.state() == StatementView.State.PROPOSED || statement.state() == StatementView.State.DISPUTED;
        boolean signed = statement.isSignedBy(side.get());
        add(
                may,
                "SignStatement",
                statement.state() == StatementView.State.PROPOSED
                        && !signed
                        && Rights.maySign(scope, Statements.COMPUTED));
        add(may, "DisputeLine", open && !signed && Rights.mayComment(scope));
        List<StatementView.Dispute> disputes = statement.disputes().values().stream()
                .filter(dispute -> open && dispute.state() == StatementView.DisputeState.OPEN)
                .toList();
        add(
                may,
                "WithdrawDispute",
                Rights.mayComment(scope)
                        && disputes.stream()
                                .anyMatch(dispute -> dispute.raisedBy().side() == side.get()));
        add(
                may,
                "DecideDispute",
                disputes.stream()
                        .anyMatch(dispute ->
                                dispute.raisedBy().side() != side.get() && Rights.maySign(scope, dispute.raisedBy())));
        add(may, "SettleStatement", statement.state() == StatementView.State.SIGNED && Rights.mayPropose(scope));
        return may;
    }

    public List<String> mayDo(Scope scope, EvidenceView evidence) {
        List<String> may = new ArrayList<>();
        add(may, "ReplyToEvidence", evidence.decided().isEmpty() && Rights.mayComment(scope));
        add(
                may,
                "DecideEvidence",
                scope.side().filter(evidence::isDecidableBy).isPresent()
                        && scope.may(Activity.SIGN_TERMS)
                        && evidence.isDecidable(ledger.now()));
        return may;
    }

    private static void add(List<String> may, String what, boolean granted) {
        if (granted) {
            may.add(what);
        }
    }

    /** Names of what waits for the caller. */
    public List<String> waiting(Scope scope) {
        Book book = book(scope).value();
        Optional<Side> side = scope.side();
        if (side.isEmpty() || !scope.may(Activity.SIGN_TERMS)) {
            return List.of();
        }
        Stream<String> terms = book.agreements().stream()
                .filter(agreement -> agreement
                        .proposed()
                        .filter(version ->
                                !version.isSignedBy(side.get()) && Rights.maySign(scope, version.proposedBy()))
                        .isPresent())
                .map(Agreement::name);
        Stream<String> statements = book.open().stream()
                .filter(open -> open.state().equals("PROPOSED")
                        && !(side.get() == Side.OWNER ? open.ownerSigned() : open.partnerSigned()))
                .sorted(Comparator.comparing(Book.OpenStatement::name))
                .map(Book.OpenStatement::name);
        return Stream.concat(terms, statements).toList();
    }
}
