package dev.drumbeat.gateway.exports;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.incentives.v1.Line;
import dev.drumbeat.proto.incentives.v1.Signature;
import dev.drumbeat.proto.incentives.v1.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of statements, a row for each line: what it pays first, then why, then what makes it provable. */
final class StatementTable {
    /** One line of one statement. */
    record Row(Statement statement, Line line) {}

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("statement", row -> Wire.slug(row.statement().getName())),
            new Column<>("agreement", row -> row.statement().getAgreementDisplayName()),
            new Column<>("period", row -> row.statement().getPeriod()),
            new Column<>("kind", row -> Wire.name(row.statement().getKind())),
            new Column<>("state", row -> Wire.name(row.statement().getState())),
            new Column<>("line", row -> row.line().getLineId()),
            new Column<>("name", row -> row.line().getDisplayName()),
            new Column<>("kpi", row -> Wire.slug(row.line().getKpi())),
            new Column<>("amount", row -> row.line().getAmount().getAmount()),
            new Column<>("currency", row -> row.line().getAmount().getCurrency()),
            new Column<>("formula", row -> row.line().getFormula()),
            new Column<>("inputs", row -> inputs(row.line())),
            new Column<>("statedBefore", row -> row.line().getStatedBefore().getAmount()),
            new Column<>("dispute", row -> Wire.name(row.line().getDispute().getState())),
            new Column<>("disputeReason", row -> row.line().getDispute().getReason()),
            new Column<>(
                    "claimed", row -> row.line().getDispute().getClaimedAmount().getAmount()),
            new Column<>("version", row -> row.statement().getVersion()),
            new Column<>("proposedAt", row -> Wire.moment(row.statement().getProposedAt())),
            new Column<>("signedByOwner", row -> signed(row.statement(), Side.SIDE_OWNER)),
            new Column<>("signedByPartner", row -> signed(row.statement(), Side.SIDE_PARTNER)),
            new Column<>("settlementReference", row -> row.statement().getSettlementReference()),
            new Column<>("sequence", row -> row.statement().getSequence()),
            new Column<>("digest", row -> row.statement().getDigest()),
            new Column<>("predecessorDigest", row -> row.statement().getPredecessorDigest()));

    private StatementTable() {}

    static List<Row> rows(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.getLinesList().stream().map(line -> new Row(statement, line)))
                .toList();
    }

    private static String inputs(Line line) {
        return line.getInputsList().stream()
                .map(input -> input.getLabel() + ": " + input.getValue())
                .collect(Collectors.joining("; "));
    }

    private static @Nullable Object signed(Statement statement, Side side) {
        return statement.getSignaturesList().stream()
                .filter(signature -> signature.getActor().getSide() == side)
                .map(Signature::getActor)
                .map(actor -> actor.getDisplayName())
                .findFirst()
                .orElse(null);
    }
}
