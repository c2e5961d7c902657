package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact;
import dev.drumbeat.incentives.journal.Fact.Disclosed;
import dev.drumbeat.incentives.journal.Fact.ForecastDeclared;
import dev.drumbeat.incentives.journal.Fact.StatementKind;
import dev.drumbeat.incentives.journal.Fact.StatementProposed;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Line;
import dev.drumbeat.incentives.settlement.LineKind;
import dev.drumbeat.incentives.settlement.Settlement;
import dev.drumbeat.incentives.settlement.Settlement.Mode;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what should be stated with what is, and proposes the difference: a period's statement once it is over, another one in its
 * place when a figure changed before both had signed, an adjustment when one changed after. Repeating it, anywhere and at any time,
 * changes nothing once they agree.
 */
public final class StateAccounts {
    private static final Actor SERVICE = Actor.service("incentives");
    /** So that a new agreement over years of past does not hold a sweep up; the next one goes on. */
    private static final int AT_ONCE = 60;

    private final Ledger ledger;
    private final Books books;

    public StateAccounts(Ledger ledger, Books books) {
        this.ledger = ledger;
        this.books = books;
    }

    /** By hand, before the grace days are over. */
    public void propose(Scope scope, Request request, KpiHistory history, String agreement, String periodName) {
        Rights.propose(scope);
        Book book = ledger.settled(scope.partnership()).value();
        Agreement found = book.require(agreement);
        Instant now = ledger.now();
        ZoneId zone = scope.facts().timeZone();
        Period period = Period.parse(periodName)
                .filter(named -> found.paying(named).isPresent())
                .orElseThrow(() -> Refusal.invalid(
                        "period", "period.unpaid", "No signed version of this agreement pays this period."));
        if (period.endsAt(zone).isAfter(now)) {
            throw Refusal.precondition("period.running", "This settlement period is not over yet.");
        }
        Settlement due = due(found, period, facts(book, history, zone, now));
        ledger.write(
                scope,
                request,
                edit -> proposal(edit, found, period, due).ifPresent(proposed -> {
                    edit.record(proposed);
                    audit(edit, proposed);
                }));
    }

    /** All that is due of a partnership; gives how many statements it proposed. */
    public int reconcile(PartnershipFacts partnership, KpiHistory history) {
        Book book = ledger.settled(partnership.name()).value();
        Instant now = ledger.now();
        ZoneId zone = partnership.timeZone();
        FactsOfPeriod facts = facts(book, history, zone, now);
        int proposed = 0;
        for (Agreement agreement : book.agreements()) {
            for (Period period : over(agreement, zone, now)) {
                if (proposed < AT_ONCE && reconcile(book, agreement, period, facts)) {
                    proposed++;
                }
            }
        }
        return proposed;
    }

    private boolean reconcile(Book book, Agreement agreement, Period period, FactsOfPeriod facts) {
        String topic = Fact.statementTopic(agreement.name(), period);
        List<StatementView> known = StatementView.of(books.topics(book.partnership(), List.of(topic)));
        Settlement due = due(agreement, period, facts);
        if (difference(known, due).isEmpty()) {
            return false;
        }
        // Whoever comes second finds the number taken, by the same request.
        Request request = new Request(
                "services/incentives#" + topic + "." + (known.size() + 1), agreement.name() + period.name());
        ledger.write(
                book.partnership(),
                SERVICE,
                request,
                edit -> proposal(edit, agreement, period, due).ifPresent(statement -> {
                    edit.record(statement);
                    audit(edit, statement);
                }));
        return true;
    }

    private static void audit(Edit edit, StatementProposed statement) {
        edit.audit(
                statement.statementKind() == StatementKind.ADJUSTMENT
                        ? "incentives.adjustment.proposed"
                        : "incentives.statement.proposed",
                statement.name(),
                "",
                Json.object(
                        "total",
                        statement.total().toString(),
                        "lines",
                        statement.lines().size()),
                statement.reason());
    }

    private static Optional<StatementProposed> proposal(Edit edit, Agreement agreement, Period period, Settlement due) {
        List<StatementView> known = edit.statements(Fact.statementTopic(agreement.name(), period));
        Optional<Difference> difference = difference(known, due);
        if (difference.isEmpty()) {
            return Optional.empty();
        }
        if (!known.isEmpty()) {
            return Optional.of(Statements.next(
                    edit,
                    known.getLast().content(),
                    difference.get().kind(),
                    difference.get().settlement(),
                    difference.get().reason()));
        }
        Version version = agreement.paying(period).orElseThrow();
        return Optional.of(new StatementProposed(
                Statements.name(agreement.name(), period.name(), 1),
                agreement.name(),
                version.terms().displayName(),
                version.number(),
                version.digest(),
                period,
                1,
                StatementKind.PERIOD,
                due.lines(),
                due.total(),
                "",
                Optional.empty()));
    }

    private record Difference(StatementKind kind, Settlement settlement, String reason) {}

    /** Empty when what is stated is what is due. */
    private static Optional<Difference> difference(List<StatementView> known, Settlement due) {
        if (known.isEmpty()) {
            return Optional.of(new Difference(StatementKind.PERIOD, due, ""));
        }
        Map<String, Line> stated = stated(known);
        StatementView last = known.getLast();
        boolean adjusts = !stated.isEmpty();
        List<Line> lines = adjusts ? adjustments(stated, due) : keepingAgreed(last, due.lines());
        if (last.isSigned()) {
            return lines.stream().allMatch(line -> line.amount().isZero())
                    ? Optional.empty()
                    : Optional.of(new Difference(
                            StatementKind.ADJUSTMENT,
                            Settlement.of(changed(lines), due.total().currency()),
                            "Figures changed after signing."));
        }
        List<Line> next = adjusts ? changed(lines) : lines;
        boolean same = amounts(next).equals(amounts(last.content().lines()));
        return same
                ? Optional.empty()
                : Optional.of(new Difference(
                        last.content().statementKind(),
                        Settlement.of(next, due.total().currency()),
                        "Figures changed before both sides had signed."));
    }

    /** What both sides have signed so far, in all, by line. */
    private static Map<String, Line> stated(List<StatementView> known) {
        Map<String, Line> stated = new LinkedHashMap<>();
        known.stream()
                .filter(StatementView::isSigned)
                .forEach(statement -> statement.content().lines().forEach(line -> stated.put(line.id(), line)));
        return stated;
    }

    private static List<Line> adjustments(Map<String, Line> stated, Settlement due) {
        List<Line> lines = new ArrayList<>();
        Money none = Money.zero(due.total().currency());
        for (Line line : due.lines()) {
            Line before = stated.get(line.id());
            // What both agreed on stands, as long as what was computed then is still computed.
            boolean agreed = before != null
                    && before.kind() == LineKind.AGREED
                    && before.formula().contains("computed were " + line.amount() + ":");
            lines.add(agreed ? line.adjusting(line.amount()) : line.adjusting(before == null ? none : before.inAll()));
        }
        for (Line before : stated.values()) {
            if (due.lines().stream().noneMatch(line -> line.id().equals(before.id()))
                    && !before.inAll().isZero()) {
                lines.add(new Line(
                        before.id(),
                        before.kind(),
                        before.displayName(),
                        before.kpi(),
                        before.inAll().negated(),
                        "This is no longer due; " + before.inAll() + " were stated before.",
                        List.of(),
                        before.rule(),
                        false,
                        Optional.of(before.inAll())));
            }
        }
        return lines;
    }

    /** A line that was agreed on after a dispute stays as agreed, as long as what was computed then is still computed. */
    private static List<Line> keepingAgreed(StatementView last, List<Line> due) {
        Map<String, Line> agreed = new LinkedHashMap<>();
        last.content().lines().stream()
                .filter(line -> line.kind() == LineKind.AGREED)
                .forEach(line -> agreed.put(line.id(), line));
        return due.stream()
                .map(line -> {
                    Line kept = agreed.get(line.id());
                    return kept != null && kept.formula().contains("computed were " + line.amount() + ":")
                            ? kept
                            : line;
                })
                .toList();
    }

    private static List<Line> changed(List<Line> lines) {
        return lines.stream().filter(line -> !line.amount().isZero()).toList();
    }

    private static Map<String, Money> amounts(List<Line> lines) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        lines.forEach(line -> amounts.put(line.id(), line.amount()));
        return amounts;
    }

    private static Settlement due(Agreement agreement, Period period, FactsOfPeriod facts) {
        Version version = agreement.paying(period).orElseThrow();
        return Settlement.of(version.terms(), facts.of(agreement.name(), version.terms(), period), Mode.STATED);
    }

    /** Settlement periods that are paid by a signed version and over, with grace, oldest first. */
    private static List<Period> over(Agreement agreement, ZoneId zone, Instant now) {
        List<Period> over = new ArrayList<>();
        Optional<Period> first = agreement.signed().stream()
                .map(version -> version.terms().firstPeriod())
                .min(java.util.Comparator.naturalOrder());
        if (first.isEmpty()) {
            return over;
        }
        for (Period period = first.get(); !period.endsAt(zone).isAfter(now); period = period.next()) {
            Period candidate = period;
            agreement
                    .paying(candidate)
                    .filter(version -> !candidate
                            .overdueAt(version.terms().graceDays(), zone)
                            .isAfter(now))
                    .ifPresent(version -> over.add(candidate));
        }
        return over;
    }

    private FactsOfPeriod facts(Book book, KpiHistory history, ZoneId zone, Instant now) {
        List<Entry> disclosures = books.all(book.partnership(), Disclosed.class, "");
        List<Entry> forecasts = books.all(book.partnership(), ForecastDeclared.class, "");
        return new FactsOfPeriod(history, disclosures, forecasts, zone, now);
    }
}
