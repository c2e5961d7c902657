package dev.drumbeat.demo.life;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.load.RequestIds;
import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.PlannedFigure;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the score of one partnership pays: an agreement that both LEADERs sign at the beginning, statements month by month, a miss
 * that is told before it is measured, an answer to evidence of a target that is too easy. Amounts are invented; the figures they follow are the vendor's own.
 */
final class Deal {
    /** Vendors with an agreement; the second one contests its last statement. */
    static final List<String> PARTNERS = List.of("orgenics", "aurobindo", "s-buys-wholesaler");

    private static final String CONTESTING = PARTNERS.get(1);
    private static final String ON_TIME = "on-time-delivery";
    private static final String EXPEDITED = "expedite-share";
    private static final double RED_BELOW = 0.85;

    private static final String AGREEMENTS = """
            query Agreements($partnership: String!) {
              partnership(slug: $partnership) { agreements { nodes { id versions { version digest state } viewerMay } } }
            }
            """;
    private static final String STATEMENTS = """
            query Statements($partnership: String!) {
              partnership(slug: $partnership) {
                statements(first: 100) {
                  nodes { id slug period state digest viewerMay lines { lineId kind dispute { state } } }
                }
              }
            }
            """;

    private static final String EVIDENCE = """
            query Evidence($partnership: String!) {
              partnership(slug: $partnership) {
                evidence(first: 100, states: [OPEN]) { nodes { id viewerMay replies { text } } }
              }
            }
            """;

    private final Table table;
    private final String password;

    Deal(Table table, String password) {
        this.table = table;
        this.password = password;
    }

    /** Written and shown by the owner's OPS, signed by both LEADERs. */
    void sign() {
        ApiSession ops = table.as(Side.OWNER, Role.OPS);
        if (agreements(ops).isEmpty()) {
            JsonNode draft = ops.change(
                    Change.document("saveAgreementDraft", "agreement { id }"),
                    Map.of(
                            "partnership", table.slug(),
                            "terms", terms(),
                            "requestId", RequestIds.of("deal", table.slug())));
            ops.change(
                    Change.document("proposeAgreement", "agreement { id }"),
                    Map.of(
                            "agreement", draft.path("agreement").path("id").asText(),
                            "reason",
                                    "Demo text: deliveries on their day are worth more to both of us than price alone.",
                            "requestId", RequestIds.of("propose deal", table.slug())));
        }
        for (Side side : Side.values()) {
            ApiSession leader = table.as(side, Role.LEADER);
            for (JsonNode agreement : agreements(leader)) {
                if (may(agreement, "signAgreement")) {
                    JsonNode version = agreement.path("versions").path(0);
                    leader.change(
                            Change.document("signAgreement", "agreement { id }"),
                            Map.of(
                                    "agreement", agreement.path("id").asText(),
                                    "version", version.path("version").asInt(),
                                    "digest", version.path("digest").asText(),
                                    "password", password,
                                    "requestId", RequestIds.of("sign deal", table.slug(), side.name())));
                }
            }
        }
    }

    private List<JsonNode> agreements(ApiSession session) {
        return nodes(session.query(AGREEMENTS, Map.of("partnership", table.slug())), "agreements");
    }

    private Map<String, Object> terms() {
        Map<String, Object> terms = new HashMap<>();
        terms.put("displayName", "Service bonus (demo)");
        terms.put("currency", "USD");
        terms.put("settlementFrequency", "MONTHLY");
        terms.put("firstPeriod", YearMonth.from(table.today()).toString());
        terms.put("graceDays", 3);
        terms.put("cap", "8000");
        terms.put("floor", "-8000");
        terms.put(
                "rules",
                List.of(
                        Map.of(
                                "displayName",
                                "Deliveries on their day",
                                "tiered",
                                Map.of(
                                        "kpi",
                                        ON_TIME,
                                        "edge",
                                        "LOWER_INCLUDED",
                                        "tiers",
                                        List.of(
                                                Map.of("upper", "85", "amount", "-5000"),
                                                Map.of("lower", "85", "upper", "95", "amount", "0"),
                                                Map.of("lower", "95", "amount", "4000")))),
                        Map.of(
                                "displayName",
                                "Expedited lines",
                                "tiered",
                                Map.of(
                                        "kpi",
                                        EXPEDITED,
                                        "edge",
                                        "UPPER_INCLUDED",
                                        "tiers",
                                        List.of(
                                                Map.of("upper", "5", "amount", "1500"),
                                                Map.of("lower", "5", "upper", "15", "amount", "0"),
                                                Map.of("lower", "15", "amount", "-2500")))),
                        Map.of(
                                "displayName",
                                "Telling early",
                                "transparencyCredit",
                                Map.of(
                                        "kpis", List.of(ON_TIME),
                                        "steps",
                                                List.of(
                                                        Map.of("daysBefore", 1, "percent", "25"),
                                                        Map.of("daysBefore", 7, "percent", "50"),
                                                        Map.of("daysBefore", 14, "percent", "75")),
                                        "capPerPeriod", "4000"))));
        terms.put("remarks", "Demo text: invented terms over the vendor's real figures.");
        return terms;
    }

    /** In the second and third week of a month the partner tells of a miss that is coming. */
    void tell() {
        int day = table.today().getDayOfMonth();
        String month = YearMonth.from(table.today()).toString();
        if (day < 8 || day > 21 || table.slug().equals(CONTESTING)) {
            return;
        }
        table.plan().figures().stream()
                .filter(figure ->
                        figure.kpi().equals(ON_TIME) && figure.period().equals(month))
                .filter(Deal::isRed)
                .forEach(figure -> table.as(Side.PARTNER, Role.OPS)
                        .change(
                                Change.document("disclose", "disclosure { id }"),
                                Map.of(
                                        "partnership",
                                        table.slug(),
                                        "kpi",
                                        ON_TIME,
                                        "period",
                                        month,
                                        "text",
                                        "Demo text: two orders of this month wait for documents; they will miss their day.",
                                        "requestId",
                                        RequestIds.of("tell", table.slug(), month))));
    }

    private static boolean isRed(PlannedFigure figure) {
        return figure.figure() instanceof Figure.Fraction(var numerator, var denominator)
                && denominator.signum() != 0
                && numerator.doubleValue() / denominator.doubleValue() < RED_BELOW;
    }

    /** LEADERs sign what waits for them and pay what both have signed; one partner contests a line of the last statement. */
    void settle() {
        for (Side side : Side.values()) {
            ApiSession leader = table.as(side, Role.LEADER);
            List<JsonNode> statements =
                    nodes(leader.query(STATEMENTS, Map.of("partnership", table.slug())), "statements");
            for (JsonNode statement : statements) {
                boolean last = statement.path("period").asText().equals(lastMonth());
                String id = statement.path("id").asText();
                if (last && table.slug().equals(CONTESTING)) {
                    if (side == Side.PARTNER && may(statement, "disputeLine")) {
                        dispute(
                                leader,
                                id,
                                statement.path("lines").path(0).path("lineId").asText());
                    }
                } else if (may(statement, "signStatement")) {
                    leader.change(
                            Change.document("signStatement", "statement { id }"),
                            Map.of(
                                    "statement",
                                    id,
                                    "digest",
                                    statement.path("digest").asText(),
                                    "password",
                                    password,
                                    "requestId",
                                    RequestIds.of("sign", id, side.name())));
                } else if (!last && may(statement, "settleStatement")) {
                    leader.change(
                            Change.document("settleStatement", "statement { id }"),
                            Map.of(
                                    "statement",
                                    id,
                                    "reference",
                                    "DEMO-" + statement.path("period").asText(),
                                    "requestId",
                                    RequestIds.of("settle", id)));
                }
            }
        }
    }

    /** The partner says its part to what looks like sandbagging; deciding is left to whoever looks at the demo. */
    void reply() {
        ApiSession leader = table.as(Side.PARTNER, Role.LEADER);
        for (JsonNode evidence : nodes(leader.query(EVIDENCE, Map.of("partnership", table.slug())), "evidence")) {
            if (may(evidence, "replyToEvidence") && evidence.path("replies").isEmpty()) {
                String id = evidence.path("id").asText();
                leader.change(
                        Change.document("replyToEvidence", "evidence { id }"),
                        Map.of(
                                "evidence",
                                id,
                                "text",
                                "Demo text: our lanes never needed a charter, so this target was always easy for us. We are"
                                        + " ready to talk about another one.",
                                "requestId",
                                RequestIds.of("reply", id)));
            }
        }
    }

    private void dispute(ApiSession leader, String statement, String line) {
        leader.change(
                Change.document("disputeLine", "statement { id }"),
                Map.of(
                        "statement",
                        statement,
                        "lineId",
                        line,
                        "reason",
                        "Demo text: two of the late lines waited for the consignee's import permit, which we count as the"
                                + " owner's part.",
                        "requestId",
                        RequestIds.of("dispute", statement, line)));
    }

    /** The last month of which a statement is to be expected before today. */
    private String lastMonth() {
        return YearMonth.from(
                        LocalDate.ofInstant(table.time().today(), table.owner().timeZone()))
                .minusMonths(1)
                .toString();
    }

    private static List<JsonNode> nodes(JsonNode data, String connection) {
        return StreamSupport.stream(
                        data.path("partnership").path(connection).path("nodes").spliterator(), false)
                .toList();
    }

    private static boolean may(JsonNode subject, String mutation) {
        return StreamSupport.stream(subject.path("viewerMay").spliterator(), false)
                .anyMatch(one -> one.asText().equals(mutation));
    }
}
