package dev.drumbeat.kpis.storage;

import dev.drumbeat.kpis.Reading;
import dev.drumbeat.kpis.Standing;
import dev.drumbeat.kpis.Standing.Point;
import dev.drumbeat.kpis.Standing.Shown;
import dev.drumbeat.kpis.spc.Assurance;
import dev.drumbeat.kpis.spc.Limits;
import dev.drumbeat.kpis.spc.Variation;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.mongo.Doc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.bson.Document;

/**
 * Standings as documents. Points are columns, each one text with an entry per period: a page of them is read in one piece
 * instead of hundreds of small documents.
 */
final class StandingDocuments {
    private static final String SEPARATOR = ";";
    /** The period has a figure without a value: no activity, or a step is missing. */
    private static final String NO_VALUE = "none";

    private static final int LIMIT_DECIMALS = 9;

    private StandingDocuments() {}

    static Document write(Standing standing) {
        Document document = new Document("reading", reading(standing.reading()));
        Doc.put(document, "lastDataAt", standing.lastDataAt());
        Doc.put(document, "openEpisode", standing.openEpisode().map(EpisodeDocuments::write));
        if (!standing.points().isEmpty()) {
            document.put("from", standing.points().getFirst().period().name());
            document.put("values", column(standing.points(), StandingDocuments::value));
            if (standing.points().stream().anyMatch(point -> point.limits().isPresent())) {
                document.put("lower", limits(standing.points(), Limits::lower));
                document.put("centre", limits(standing.points(), Limits::centre));
                document.put("upper", limits(standing.points(), Limits::upper));
            }
        }
        return document;
    }

    static Standing read(Document document) {
        return new Standing(
                points(document),
                Doc.optionalInstant(document, "lastDataAt"),
                Doc.optionalChild(document, "openEpisode").map(EpisodeDocuments::read),
                reading(Doc.child(document, "reading")));
    }

    private static List<Point> points(Document document) {
        if (!document.containsKey("from")) {
            return List.of();
        }
        String[] values = entries(document, "values");
        boolean limited = document.containsKey("centre");
        String[] lower = limited ? entries(document, "lower") : values;
        String[] centre = limited ? entries(document, "centre") : values;
        String[] upper = limited ? entries(document, "upper") : values;
        Period period = FactDocuments.period(Doc.text(document, "from"));
        List<Point> points = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            Optional<Limits> limits = !limited || centre[i].isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Limits(new BigDecimal(lower[i]), new BigDecimal(centre[i]), new BigDecimal(upper[i])));
            points.add(new Point(period, shown(values[i]), limits));
            period = period.next();
        }
        return points;
    }

    private static String value(Point point) {
        return point.figure()
                .map(shown -> shown.value().map(BigDecimal::toPlainString).orElse(NO_VALUE))
                .orElse("");
    }

    private static Optional<Shown> shown(String entry) {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shown(entry.equals(NO_VALUE) ? Optional.empty() : Optional.of(new BigDecimal(entry))));
    }

    private static String limits(List<Point> points, Function<Limits, BigDecimal> line) {
        return column(
                points,
                point -> point.limits()
                        .map(line)
                        .map(limit -> limit.setScale(LIMIT_DECIMALS, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .toPlainString())
                        .orElse(""));
    }

    private static String column(List<Point> points, Function<Point, String> entry) {
        StringJoiner column = new StringJoiner(SEPARATOR);
        points.forEach(point -> column.add(entry.apply(point)));
        return column.toString();
    }

    private static String[] entries(Document document, String key) {
        return Doc.text(document, key).split(SEPARATOR, -1);
    }

    private static Document reading(Reading reading) {
        Document document = new Document("pointsMissing", reading.pointsMissing());
        Doc.put(document, "variation", reading.variation().map(Variation::name));
        Doc.put(document, "assurance", reading.assurance().map(Assurance::name));
        Doc.put(
                document,
                "alarms",
                Doc.documents(
                        reading.alarms(),
                        alarm -> new Document("method", alarm.method())
                                .append("period", alarm.period().name())
                                .append("variation", alarm.variation().name())));
        return document;
    }

    private static Reading reading(Document document) {
        return new Reading(
                Doc.optionalText(document, "variation").map(Variation::valueOf),
                Doc.optionalText(document, "assurance").map(Assurance::valueOf),
                Doc.integer(document, "pointsMissing"),
                Doc.list(
                        document,
                        "alarms",
                        alarm -> new Reading.Alarm(
                                Doc.text(alarm, "method"),
                                FactDocuments.period(Doc.text(alarm, "period")),
                                Doc.name(alarm, "variation", Variation.class))));
    }
}
