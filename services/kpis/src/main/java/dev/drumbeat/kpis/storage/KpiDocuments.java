package dev.drumbeat.kpis.storage;

import dev.drumbeat.kpis.Aggregation;
import dev.drumbeat.kpis.Definition;
import dev.drumbeat.kpis.Kpi;
import dev.drumbeat.kpis.KpiRole;
import dev.drumbeat.kpis.MeasureType;
import dev.drumbeat.kpis.Rebase;
import dev.drumbeat.kpis.Target;
import dev.drumbeat.kpis.TargetBounds;
import dev.drumbeat.kpis.Unit;
import dev.drumbeat.kpis.spc.Direction;
import dev.drumbeat.kpis.spc.RuleSet;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import java.math.BigDecimal;
import org.bson.Document;

/** KPIs as parts of a scorecard's document. */
final class KpiDocuments {
    private KpiDocuments() {}

    static Document write(Kpi kpi) {
        Document document = new Document("id", kpi.id())
                .append("revision", kpi.revision())
                .append("versions", Doc.documents(kpi.versions(), KpiDocuments::version));
        Doc.put(document, "targets", Doc.documents(kpi.targets(), KpiDocuments::target));
        Doc.put(document, "rebases", Doc.documents(kpi.rebases(), KpiDocuments::rebase));
        Doc.put(
                document,
                "contested",
                kpi.contested().stream().map(Period::name).toList());
        Doc.put(document, "retiredAt", kpi.retiredAt());
        Doc.put(document, "standing", StandingDocuments.write(kpi.standing()));
        return document;
    }

    static Kpi read(Document document) {
        return new Kpi(
                Doc.text(document, "id"),
                Doc.list(document, "versions", KpiDocuments::version),
                Doc.longInteger(document, "revision"),
                Doc.list(document, "targets", KpiDocuments::target),
                Doc.list(document, "rebases", KpiDocuments::rebase),
                Doc.texts(document, "contested").stream()
                        .map(FactDocuments::period)
                        .toList(),
                Doc.optionalInstant(document, "retiredAt"),
                StandingDocuments.read(Doc.child(document, "standing")));
    }

    private static Document version(Kpi.Version version) {
        Definition definition = version.definition();
        Document document = new Document("since", version.since())
                .append("displayName", definition.displayName())
                .append("unit", definition.unit().name())
                .append("decimals", definition.decimals())
                .append("role", definition.role().name())
                .append("measureType", definition.measureType().name())
                .append("direction", definition.direction().name())
                .append("frequency", definition.frequency().name())
                .append("aggregation", definition.aggregation().name())
                .append("graceDays", definition.graceDays())
                .append("redAfter", definition.debounce().redAfter())
                .append("clearAfter", definition.debounce().clearAfter())
                .append("ruleSet", definition.ruleSet().name())
                .append("position", definition.position());
        Doc.put(document, "description", definition.description());
        Doc.put(document, "currency", definition.currency());
        Doc.put(document, "raciActivity", definition.raciActivity());
        Doc.put(document, "effectOnGoal", definition.effectOnGoal());
        Doc.put(document, "rolledFrom", definition.rolledFrom());
        return document;
    }

    private static Kpi.Version version(Document document) {
        return new Kpi.Version(
                Doc.instant(document, "since"),
                new Definition(
                        Doc.text(document, "displayName"),
                        Doc.text(document, "description"),
                        Doc.name(document, "unit", Unit.class),
                        Doc.text(document, "currency"),
                        Doc.integer(document, "decimals"),
                        Doc.name(document, "role", KpiRole.class),
                        Doc.name(document, "measureType", MeasureType.class),
                        Doc.name(document, "direction", Direction.class),
                        Doc.name(document, "frequency", Frequency.class),
                        Doc.name(document, "aggregation", Aggregation.class),
                        Doc.integer(document, "graceDays"),
                        Doc.text(document, "raciActivity"),
                        new Definition.Debounce(Doc.integer(document, "redAfter"), Doc.integer(document, "clearAfter")),
                        Doc.name(document, "ruleSet", RuleSet.class),
                        Doc.text(document, "effectOnGoal"),
                        Doc.texts(document, "rolledFrom"),
                        Doc.integer(document, "position")));
    }

    private static Document target(Target target) {
        return new Document("id", target.id())
                .append("from", target.from().name())
                .append("bounds", bounds(target.bounds()))
                .append("proposal", FactDocuments.proposal(target.proposal()));
    }

    private static Target target(Document document) {
        return new Target(
                Doc.text(document, "id"),
                FactDocuments.period(Doc.text(document, "from")),
                bounds(Doc.child(document, "bounds")),
                FactDocuments.proposal(Doc.child(document, "proposal")));
    }

    private static Document bounds(TargetBounds bounds) {
        return switch (bounds) {
            case TargetBounds.AtLeast(BigDecimal value, BigDecimal redLimit) ->
                new Document("atLeast", value.toPlainString()).append("red", redLimit.toPlainString());
            case TargetBounds.AtMost(BigDecimal value, BigDecimal redLimit) ->
                new Document("atMost", value.toPlainString()).append("red", redLimit.toPlainString());
            case TargetBounds.Within(BigDecimal lower, BigDecimal lowerRed, BigDecimal upper, BigDecimal upperRed) ->
                new Document("lower", lower.toPlainString())
                        .append("lowerRed", lowerRed.toPlainString())
                        .append("upper", upper.toPlainString())
                        .append("upperRed", upperRed.toPlainString());
        };
    }

    private static TargetBounds bounds(Document document) {
        if (document.containsKey("atLeast")) {
            return new TargetBounds.AtLeast(Doc.decimal(document, "atLeast"), Doc.decimal(document, "red"));
        }
        if (document.containsKey("atMost")) {
            return new TargetBounds.AtMost(Doc.decimal(document, "atMost"), Doc.decimal(document, "red"));
        }
        return new TargetBounds.Within(
                Doc.decimal(document, "lower"),
                Doc.decimal(document, "lowerRed"),
                Doc.decimal(document, "upper"),
                Doc.decimal(document, "upperRed"));
    }

    private static Document rebase(Rebase rebase) {
        return new Document("from", rebase.from().name())
                .append("reason", rebase.reason())
                .append("by", DomainDocuments.actor(rebase.by()))
                .append("at", rebase.at());
    }

    private static Rebase rebase(Document document) {
        return new Rebase(
                FactDocuments.period(Doc.text(document, "from")),
                Doc.text(document, "reason"),
                DomainDocuments.actor(Doc.child(document, "by")),
                Doc.instant(document, "at"));
    }
}
