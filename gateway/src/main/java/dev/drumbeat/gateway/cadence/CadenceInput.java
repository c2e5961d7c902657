package dev.drumbeat.gateway.cadence;

import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.proto.cadence.v1.PatternKind;
import dev.drumbeat.proto.cadence.v1.RecurrencePattern;
import dev.drumbeat.proto.cadence.v1.Schedule;
import dev.drumbeat.proto.cadence.v1.Weekday;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Schedules and people as the contract wants them. */
final class CadenceInput {
    /** Fields of the contract that the schema's inputs call otherwise. */
    static final Map<String, String> RENAMES = Map.of("name", "");

    private CadenceInput() {}

    static Schedule schedule(Input input) {
        Schedule.Builder schedule = Schedule.newBuilder()
                .setRule(input.text("rule"))
                .setStart(input.text("start"))
                .setTimeZone(input.text("timeZone"))
                .setDurationMinutes(input.number("durationMinutes"));
        if (input.has("pattern")) {
            schedule.setPattern(pattern(input.object("pattern")));
        }
        return schedule.build();
    }

    private static RecurrencePattern pattern(Input input) {
        RecurrencePattern.Builder pattern = RecurrencePattern.newBuilder()
                .setKind(input.value("kind", PatternKind.class))
                .setInterval(input.number("interval"))
                .addAllMonthDays(input.numbers("monthDays"))
                .setOrdinal(input.number("ordinal"))
                .setUntil(input.text("until"))
                .setCount(input.number("count"));
        input.texts("weekdays").forEach(day -> pattern.addWeekdays(Weekday.valueOf("WEEKDAY_" + day)));
        return pattern.build();
    }

    static List<String> people(Input input, String field) {
        List<String> names = new ArrayList<>();
        List<String> slugs = input.texts(field);
        for (int i = 0; i < slugs.size(); i++) {
            names.add(CadenceNames.person(slugs.get(i), field + "[" + i + "]"));
        }
        return names;
    }

    /** Empty for the asker. */
    static String person(Input input, String field) {
        return input.has(field) ? CadenceNames.person(input.text(field), field) : "";
    }
}
