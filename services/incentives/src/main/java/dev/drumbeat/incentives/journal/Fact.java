package dev.drumbeat.incentives.journal;

import dev.drumbeat.incentives.evidence.EvidenceKind;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Line;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a journal records. Names are resource names; who and when stand on the entry. */
public sealed interface Fact {
    /** What it belongs to: facts with one topic are read together. */
    String topic();

    /** The resource it is about. */
    String subject();

    enum StatementKind {
        PERIOD,
        ADJUSTMENT
    }

    /**
     * A statement's content; it never changes.
     *
     * @param number counts the statements of the agreement and period, from 1
     * @param reason empty for a period's first, else what changed
     * @param follows the statement it takes the place of or adjusts
     */
    record StatementProposed(
            String name,
            String agreement,
            String agreementName,
            int version,
            String versionDigest,
            Period period,
            int number,
            StatementKind statementKind,
            List<Line> lines,
            Money total,
            String reason,
            Optional<String> follows)
            implements Fact {
        public StatementProposed {
            lines = List.copyOf(lines);
            Money sum = Money.sum(lines.stream().map(Line::amount).toList(), total.currency());
            if (!sum.equals(total)) {
                throw new IllegalArgumentException("lines of " + sum + " don't add up to " + total);
            }
        }

        @Override
        public String topic() {
            return statementTopic(agreement, period);
        }

        @Override
        public String subject() {
            return name;
        }
    }

    static String statementTopic(String agreement, Period period) {
        return "statement:" + agreement.substring(agreement.lastIndexOf('/') + 1) + "." + period.name();
    }

    /**
     * The topic of a statement by its name {@code …/statements/{agreement}.{period}.{number}}; of a name without number, one that
     * nothing is about.
     */
    static String statementTopic(String statement) {
        String id = statement.substring(statement.lastIndexOf('/') + 1);
        return "statement:" + id.substring(0, Math.max(0, id.lastIndexOf('.')));
    }

    /** One side signed a version of an agreement: its terms are what the digest says. */
    record AgreementSigned(String agreement, int version, String digest) implements Fact {
        @Override
        public String topic() {
            return "agreement:" + agreement.substring(agreement.lastIndexOf('/') + 1);
        }

        @Override
        public String subject() {
            return agreement;
        }
    }

    /** What is done about one statement. */
    sealed interface AboutStatement extends Fact {
        String statement();

        @Override
        default String topic() {
            return statementTopic(statement());
        }

        @Override
        default String subject() {
            return statement();
        }
    }

    /** @param signed the digest of the entry that proposed it */
    record StatementSigned(String statement, String signed) implements AboutStatement {}

    record LineDisputed(String statement, String line, String reason, Optional<Money> claimed)
            implements AboutStatement {}

    record DisputeWithdrawn(String statement, String line) implements AboutStatement {}

    enum DisputeVerdict {
        ACCEPTED,
        REJECTED
    }

    record DisputeDecided(String statement, String line, DisputeVerdict verdict, String reason)
            implements AboutStatement {}

    record StatementSettled(String statement, String reference) implements AboutStatement {}

    /** @param expected the figure expected, if known */
    record Disclosed(
            String name,
            String kpi,
            String kpiName,
            Period period,
            String text,
            Optional<BigDecimal> expected,
            int daysBefore)
            implements Fact {
        @Override
        public String topic() {
            return "disclosure:" + kpi.substring(kpi.lastIndexOf('/') + 1) + ".";
        }

        @Override
        public String subject() {
            return name;
        }
    }

    record ForecastDeclared(String name, String agreement, String rule, String kpi, Period period, BigDecimal value)
            implements Fact {
        @Override
        public String topic() {
            return "forecast:" + agreement.substring(agreement.lastIndexOf('/') + 1);
        }

        @Override
        public String subject() {
            return name;
        }
    }

    /** @param against the target, threshold, earlier revision or forecast it is compared with */
    record EvidencePoint(String period, BigDecimal value, BigDecimal against) {}

    record EvidenceShown(
            String name,
            EvidenceKind evidenceKind,
            String kpi,
            String kpiName,
            String text,
            List<EvidencePoint> points,
            Optional<BigDecimal> threshold,
            Side concerns)
            implements AboutEvidence {
        @Override
        public String evidence() {
            return name;
        }
    }

    /** What belongs to one piece of evidence. */
    sealed interface AboutEvidence extends Fact {
        String evidence();

        @Override
        default String topic() {
            return "evidence:" + evidence().substring(evidence().lastIndexOf('/') + 1);
        }

        @Override
        default String subject() {
            return evidence();
        }
    }

    record EvidenceReplied(String evidence, String text) implements AboutEvidence {}

    enum EvidenceVerdict {
        EXPLAINED,
        NOTED,
        RENEGOTIATE
    }

    record EvidenceDecided(String evidence, EvidenceVerdict verdict, String reason) implements AboutEvidence {}
}
