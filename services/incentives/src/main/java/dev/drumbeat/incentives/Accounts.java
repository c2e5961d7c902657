package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.journal.Fact.Disclosed;
import dev.drumbeat.incentives.journal.Fact.EvidenceShown;
import dev.drumbeat.incentives.journal.Fact.ForecastDeclared;
import dev.drumbeat.incentives.settlement.PayCurve;
import dev.drumbeat.incentives.settlement.Settlement;
import dev.drumbeat.incentives.terms.Finding;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody.ByFigure;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.TermsCheck;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what is derived in step with facts: projections, due statements, adjustments, evidence. Level-triggered: it compares and
 * repeats, and needs no message to arrive.
 */
public final class Accounts {
    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final Books books;
    private final Kpis kpis;
    private final Projected.Store store;
    private final PartnershipDirectory directory;
    private final StateAccounts statements;
    private final EvidenceDesk evidence;

    public Accounts(
            Ledger ledger,
            Books books,
            Kpis kpis,
            Projected.Store store,
            PartnershipDirectory directory,
            StateAccounts statements,
            EvidenceDesk evidence) {
        this.ledger = ledger;
        this.books = books;
        this.kpis = kpis;
        this.store = store;
        this.directory = directory;
        this.statements = statements;
        this.evidence = evidence;
    }

    /** Brings every partnership in step whose figures, book or calendar day changed. */
    public void sweep() {
        String after = "";
        List<Versioned<Book>> some;
        do {
            some = books.all(after, AT_ONCE);
            if (some.isEmpty()) {
                return;
            }
            after = some.getLast().value().partnership();
            List<Versioned<Book>> signed = some.stream()
                    .filter(book -> book.value().agreements().stream()
                            .anyMatch(agreement -> !agreement.signed().isEmpty()))
                    .toList();
            sweep(signed);
        } while (some.size() == AT_ONCE);
    }

    private void sweep(List<Versioned<Book>> some) {
        List<String> names =
                some.stream().map(book -> book.value().partnership()).toList();
        if (names.isEmpty()) {
            return;
        }
        Map<String, Long> revisions = kpis.revisions(names);
        Map<String, PartnershipFacts> partnerships = directory.find(names);
        Map<String, Projected> known =
                store.find(names).stream().collect(Collectors.toMap(Projected::partnership, projected -> projected));
        for (Versioned<Book> book : some) {
            String name = book.value().partnership();
            PartnershipFacts partnership = partnerships.get(name);
            if (partnership == null) {
                continue;
            }
            Projected projected = known.get(name);
            boolean inStep = projected != null
                    && projected.isOf(revisions.getOrDefault(name, 0L), book.revision(), today(partnership));
            if (!inStep) {
                bringInStep(partnership);
            }
        }
    }

    /** Proposes what is due, shows evidence, and keeps the projections; gives them. */
    public Projected bringInStep(PartnershipFacts partnership) {
        Book book = ledger.settled(partnership.name()).value();
        KpiHistory history = kpis.history(partnership.name(), needed(book));
        statements.reconcile(partnership, history);
        evidence.show(partnership.name(), suspicions(partnership, book, history));
        return project(partnership, history);
    }

    private Projected project(PartnershipFacts partnership, KpiHistory history) {
        Versioned<Book> book = ledger.settled(partnership.name());
        FactsOfPeriod facts = facts(partnership, history);
        List<Projection> projections = book.value().agreements().stream()
                .flatMap(agreement -> Project.of(agreement, facts).stream())
                .toList();
        Projected projected = new Projected(
                partnership.name(),
                projections,
                history.revision(),
                book.revision(),
                today(partnership).toString(),
                ledger.now());
        store.put(projected);
        return projected;
    }

    private List<EvidenceShown> suspicions(PartnershipFacts partnership, Book book, KpiHistory history) {
        FactsOfPeriod facts = facts(partnership, history);
        List<EvidenceShown> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Agreement agreement : book.agreements()) {
            Project.running(agreement, facts)
                    .ifPresent(version ->
                            Suspicion.of(partnership.name(), agreement.name(), version.terms(), facts).stream()
                                    .filter(evidence -> names.add(evidence.name()))
                                    .forEach(found::add));
        }
        return found;
    }

    /** In step with the figures, or as last known while kpis can't be reached. */
    public Optional<Projected> panel(Scope scope) {
        Rights.read(scope);
        Versioned<Book> book = ledger.settled(scope.partnership());
        Optional<Projected> known =
                store.find(List.of(scope.partnership())).stream().findFirst();
        if (book.value().agreements().stream()
                .allMatch(agreement -> agreement.signed().isEmpty())) {
            return Optional.empty();
        }
        try {
            long revision = kpis.revisions(List.of(scope.partnership())).getOrDefault(scope.partnership(), 0L);
            boolean inStep = known.filter(projected -> projected.isOf(revision, book.revision(), today(scope.facts())))
                    .isPresent();
            return inStep
                    ? known
                    : Optional.of(project(scope.facts(), kpis.history(scope.partnership(), needed(book.value()))));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.UNAVAILABLE && known.isPresent()) {
                return known;
            }
            throw refusal;
        }
    }

    /** As last computed; of those whose money the caller may read. */
    public List<Projected> batch(List<Scope> scopes) {
        List<String> readable = scopes.stream()
                .filter(scope -> scope.may(dev.drumbeat.platform.domain.Activity.READ_MONEY))
                .map(Scope::partnership)
                .toList();
        return readable.isEmpty() ? List.of() : store.find(readable);
    }

    /** @param projected as things stand */
    public record WhatIf(Period period, Settlement assumed, Settlement projected) {}

    public WhatIf whatIf(Scope scope, String name, Map<String, BigDecimal> assumed) {
        Rights.read(scope);
        Book book = ledger.settled(scope.partnership()).value();
        Agreement agreement = book.require(name);
        FactsOfPeriod facts = facts(scope.facts(), kpis.history(scope.partnership(), needed(book)));
        Version version = Project.running(agreement, facts)
                .orElseThrow(() -> Refusal.precondition(
                        "agreement.not_in_force", "No signed version pays the running settlement period."));
        assumed.keySet().stream()
                .filter(kpi -> !version.terms().kpis().contains(kpi))
                .findFirst()
                .ifPresent(kpi -> {
                    throw Refusal.invalid("assumptions", "kpi.not_paid", "This agreement does not pay by " + kpi + ".");
                });
        return new WhatIf(
                Period.at(version.terms().settlement(), facts.now(), facts.zone()),
                Project.whatIf(agreement, version, facts, assumed),
                Project.whatIf(agreement, version, facts, Map.of()));
    }

    public record Preview(List<Finding> findings, List<PayCurve> curves) {}

    /** Rules with an error of their own have no curve. */
    public Preview preview(Scope scope, Terms terms) {
        Rights.propose(scope);
        KpiHistory history = kpis.history(scope.partnership(), terms.kpis());
        List<Finding> findings = TermsCheck.of(terms, history.kpis());
        Set<String> wrong =
                findings.stream().filter(Finding::isError).map(Finding::ruleId).collect(Collectors.toSet());
        FactsOfPeriod facts = facts(scope.facts(), history);
        List<PayCurve> curves = new ArrayList<>();
        for (Rule rule : terms.rules()) {
            if (!wrong.contains(rule.id())) {
                curves.add(PayCurve.of(terms, rule, current(rule, terms, facts)));
            }
        }
        return new Preview(findings, curves);
    }

    /** The aggregate of the running settlement period, or of the one before. */
    private static Optional<BigDecimal> current(Rule rule, Terms terms, FactsOfPeriod facts) {
        if (!(rule.body() instanceof ByFigure paying) || facts.history().kpis().get(paying.kpi()) == null) {
            return Optional.empty();
        }
        Period running = Period.at(terms.settlement(), facts.now(), facts.zone());
        return java.util.stream.Stream.of(running, running.previous())
                .map(period -> Aggregate.of(
                                facts.history().kpis().get(paying.kpi()),
                                facts.history().current(paying.kpi()),
                                period,
                                facts.zone(),
                                facts.now())
                        .value())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private FactsOfPeriod facts(PartnershipFacts partnership, KpiHistory history) {
        return new FactsOfPeriod(
                history,
                books.all(partnership.name(), Disclosed.class, ""),
                books.all(partnership.name(), ForecastDeclared.class, ""),
                partnership.timeZone(),
                ledger.now());
    }

    private static Set<String> needed(Book book) {
        Set<String> kpis = new LinkedHashSet<>();
        book.agreements()
                .forEach(agreement -> agreement
                        .signed()
                        .forEach(version -> kpis.addAll(version.terms().kpis())));
        return kpis;
    }

    private LocalDate today(PartnershipFacts partnership) {
        return ledger.now().atZone(partnership.timeZone()).toLocalDate();
    }

    /** Figures for a use case that needs them itself. */
    public KpiHistory history(Scope scope) {
        return kpis.history(
                scope.partnership(), needed(ledger.settled(scope.partnership()).value()));
    }
}
