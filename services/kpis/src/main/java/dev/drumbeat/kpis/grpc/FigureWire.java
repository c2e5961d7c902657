package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Intake;
import dev.drumbeat.kpis.Intake.Raw;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import java.util.ArrayList;
import java.util.List;

/** Figures as they come in. */
final class FigureWire {
    private FigureWire() {}

    static List<Intake.Entry> decode(List<NewMeasurement> wire) {
        List<Intake.Entry> entries = new ArrayList<>(wire.size());
        for (NewMeasurement entry : wire) {
            entries.add(new Intake.Entry(
                    "measurements[" + entries.size() + "]",
                    entry.getKpi(),
                    entry.getPeriod(),
                    decode(entry.getFigure())));
        }
        return entries;
    }

    static Raw decode(Figure wire) {
        return switch (wire.getFigureCase()) {
            case VALUE -> new Raw.Value(wire.getValue());
            case FRACTION ->
                new Raw.Fraction(
                        wire.getFraction().getNumerator(), wire.getFraction().getDenominator());
            case NO_ACTIVITY -> wire.getNoActivity() ? new Raw.NoActivity() : new Raw.Nothing();
            case FIGURE_NOT_SET -> new Raw.Nothing();
        };
    }
}
