package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Intake.Raw;
import dev.drumbeat.proto.kpis.v1.Figure;

/** Figures as they come in. */
final class FigureWire {
    private FigureWire() {}

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
