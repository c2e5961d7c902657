package dev.drumbeat.kpis;

import dev.drumbeat.kpis.RecordMeasurements.Recorded;
import dev.drumbeat.platform.calendar.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The answer to a recorded batch as text, so that a repeat gets the same one. */
final class RecordedText {
    private RecordedText() {}

    static String write(Recorded recorded) {
        StringBuilder text = new StringBuilder().append(recorded.unchanged());
        for (Measurement measurement : recorded.recorded()) {
            MeasurementId id = MeasurementId.of(measurement);
            text.append(';')
                    .append(id.kpi())
                    .append('@')
                    .append(id.period().name())
                    .append('@')
                    .append(id.revision());
        }
        return text.toString();
    }

    /** @param find the figures of these ids, in their order */
    static Recorded read(String text, Function<List<MeasurementId>, List<Measurement>> find) {
        String[] parts = text.split(";", -1);
        List<MeasurementId> ids = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String[] id = parts[i].split("@", -1);
            ids.add(new MeasurementId(id[0], Period.parse(id[1]).orElseThrow(), Integer.parseInt(id[2])));
        }
        return new Recorded(find.apply(ids), Integer.parseInt(parts[0]));
    }
}
