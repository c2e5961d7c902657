package dev.drumbeat.incentives;

import dev.drumbeat.incentives.StatementView.Dispute;
import dev.drumbeat.incentives.StatementView.DisputeState;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact;
import dev.drumbeat.incentives.journal.Fact.DisputeDecided;
import dev.drumbeat.incentives.journal.Fact.DisputeVerdict;
import dev.drumbeat.incentives.journal.Fact.DisputeWithdrawn;
import dev.drumbeat.incentives.journal.Fact.LineDisputed;
import dev.drumbeat.incentives.journal.Fact.StatementKind;
import dev.drumbeat.incentives.journal.Fact.StatementProposed;
import dev.drumbeat.incentives.journal.Fact.StatementSettled;
import dev.drumbeat.incentives.journal.Fact.StatementSigned;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Line;
import dev.drumbeat.incentives.settlement.LineKind;
import dev.drumbeat.incentives.settlement.Settlement;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import java.util.List;
import java.util.Optional;

/** What both sides do about statements. After both have signed, none changes again. */
public final class Statements {
    /** Rules compute a statement, whoever asked for it: nobody signs a proposal of their own. */
    static final Actor COMPUTED = Actor.service("incentives");

    private final Ledger ledger;

    public Statements(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param digest that was read: whoever signs, signs that content and no other */
    public void sign(Scope scope, Request request, String name, String digest) {
        Rights.read(scope);
        ledger.write(scope, request, edit -> {
            StatementView statement = openOne(edit, name);
            Side side = Rights.sign(scope, COMPUTED);
            if (!statement.proposal().digest().equals(digest)) {
                throw Refusal.staleRevision(name);
            }
            if (statement.isSignedBy(side)) {
                throw Refusal.precondition("statement.signed", "Your side has signed this statement already.");
            }
            if (statement.openDisputes() > 0) {
                throw Refusal.precondition("statement.disputed", "A line is disputed: that has to be settled first.");
            }
            edit.record(new StatementSigned(name, digest));
            edit.audit("incentives.statement.signed", name, "", Json.object("digest", digest, "side", side.name()), "");
        });
    }

    public void dispute(
            Scope scope, Request request, String name, String line, String reason, Optional<Money> claimed) {
        Side side = Rights.comment(scope);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 10, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            StatementView statement = openOne(edit, name);
            if (statement.isSignedBy(side)) {
                throw Refusal.precondition(
                        "statement.signed", "Your side has signed this statement: it said that it is right.");
            }
            Money amount = line(statement, line).amount();
            claimed.filter(money -> !money.currency().equals(amount.currency())).ifPresent(money -> {
                throw Refusal.invalid(
                        "claimed_amount", "currency.other", "The statement is in " + amount.currency() + ".");
            });
            if (isOpen(statement, line)) {
                throw Refusal.precondition("line.disputed", "This line is disputed already.");
            }
            edit.record(new LineDisputed(name, line, why, claimed));
            edit.audit(
                    "incentives.line.disputed",
                    name,
                    Json.object("line", line, "amount", amount.toString()),
                    Json.object(
                            "line",
                            line,
                            "claimed",
                            claimed.map(Money::toString).orElse("")),
                    why);
        });
    }

    public void withdraw(Scope scope, Request request, String name, String line) {
        Side side = Rights.comment(scope);
        ledger.write(scope, request, edit -> {
            Dispute dispute = openDispute(openOne(edit, name), line);
            if (dispute.raisedBy().side() != side) {
                throw Refusal.notAllowed("dispute.other_side", "The side that raised a dispute takes it back.");
            }
            edit.record(new DisputeWithdrawn(name, line));
            edit.audit("incentives.dispute.withdrawn", name, "", Json.object("line", line), "");
        });
    }

    public void decide(Scope scope, Request request, String name, String line, DisputeVerdict verdict, String reason) {
        Rights.read(scope);
        Validation validation = new Validation();
        String why = validation.text("reason", reason, verdict == DisputeVerdict.REJECTED ? 3 : 0, 2_000);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            StatementView statement = openOne(edit, name);
            Dispute dispute = openDispute(statement, line);
            Rights.sign(scope, dispute.raisedBy());
            scope.requireOtherSide(dispute.raisedBy());
            edit.record(new DisputeDecided(name, line, verdict, why));
            if (verdict == DisputeVerdict.ACCEPTED) {
                edit.record(agreed(edit, statement, line, dispute));
            }
            edit.audit(
                    "incentives.dispute." + verdict.name().toLowerCase(java.util.Locale.ROOT),
                    name,
                    "",
                    Json.object("line", line),
                    why);
        });
    }

    public void settle(Scope scope, Request request, String name, String reference) {
        Rights.propose(scope);
        Validation validation = new Validation();
        String by = validation.line("reference", reference, 1, 200);
        validation.orRefuse();
        ledger.write(scope, request, edit -> {
            StatementView statement = one(edit, name);
            if (statement.state() != StatementView.State.SIGNED) {
                throw Refusal.precondition(
                        "statement.not_signed", "Only a statement that both sides signed can be paid.");
            }
            edit.record(new StatementSettled(name, by));
            edit.audit("incentives.statement.settled", name, "", Json.object("reference", by), "");
        });
    }

    /** The same statement with the claimed amount, in which nothing else moves: what both agree on, they agree on. */
    private static StatementProposed agreed(Edit edit, StatementView statement, String line, Dispute dispute) {
        Money claimed = dispute.claimed()
                .orElseThrow(() -> Refusal.precondition(
                        "dispute.no_claim", "No other amount was claimed; there is nothing to agree to."));
        StatementProposed before = statement.content();
        List<Line> lines = before.lines().stream()
                .map(old -> old.id().equals(line) ? agreedLine(old, claimed) : old)
                .toList();
        return next(
                edit,
                before,
                before.statementKind(),
                Settlement.of(lines, before.total().currency()),
                "The claim on «" + line(statement, line).displayName() + "» was accepted.");
    }

    private static Line agreedLine(Line old, Money claimed) {
        return new Line(
                old.id(),
                LineKind.AGREED,
                old.displayName(),
                old.kpi(),
                claimed,
                claimed + " were agreed after a dispute; computed were " + old.amount() + ": " + old.formula(),
                old.inputs(),
                old.rule(),
                old.figureMissing(),
                old.statedBefore());
    }

    static StatementProposed next(
            Edit edit, StatementProposed before, StatementKind kind, Settlement settlement, String reason) {
        int number = edit.statements(before.topic()).size() + 1;
        return new StatementProposed(
                name(before.agreement(), before.period().name(), number),
                before.agreement(),
                before.agreementName(),
                before.version(),
                before.versionDigest(),
                before.period(),
                number,
                kind,
                settlement.lines(),
                settlement.total(),
                reason,
                Optional.of(before.name()));
    }

    static String name(String agreement, String period, int number) {
        return Names.child(
                Names.partnership(agreement), "statements", Names.id(agreement) + "." + period + "." + number);
    }

    private static StatementView one(Edit edit, String name) {
        return edit.statements(Fact.statementTopic(name)).stream()
                .filter(statement -> statement.content().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(name));
    }

    /** One that both sides have not signed yet. */
    private static StatementView openOne(Edit edit, String name) {
        StatementView statement = one(edit, name);
        return switch (statement.state()) {
            case PROPOSED, DISPUTED -> statement;
            case SIGNED, SETTLED ->
                throw Refusal.precondition(
                        "statement.frozen", "Both sides have signed: this statement never changes again.");
            case SUPERSEDED ->
                throw Refusal.precondition("statement.superseded", "Another statement took the place of this one.");
        };
    }

    private static Line line(StatementView statement, String id) {
        return statement.content().lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("line_id", "line.unknown", "This statement has no such line."));
    }

    private static boolean isOpen(StatementView statement, String line) {
        Dispute dispute = statement.disputes().get(line);
        return dispute != null && dispute.state() == DisputeState.OPEN;
    }

    private static Dispute openDispute(StatementView statement, String line) {
        Dispute dispute = statement.disputes().get(line);
        if (dispute == null || dispute.state() != DisputeState.OPEN) {
            throw Refusal.precondition("line.undisputed", "This line has no open dispute.");
        }
        return dispute;
    }

    /** Entries of one statement's topic, as views. */
    static List<StatementView> views(List<Entry> topic) {
        return StatementView.of(topic);
    }
}
