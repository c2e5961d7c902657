package dev.drumbeat.gateway.kpis;

import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.Fraction;
import dev.drumbeat.proto.kpis.v1.TargetBounds;

/** Figures and bounds as the contract wants them. */
final class Figures {
    private Figures() {}

    /** @param path of the figure in the input, for the refusal */
    static Figure figure(Input input, String path) {
        boolean fraction = input.has("numerator") || input.has("denominator");
        int forms = (input.has("value") ? 1 : 0) + (fraction ? 1 : 0) + (input.flag("noActivity") ? 1 : 0);
        if (forms != 1 || (fraction && !(input.has("numerator") && input.has("denominator")))) {
            throw Refusal.invalid(
                    path,
                    "figure.form",
                    "Give exactly one of: a value, a numerator with its denominator, or noActivity.");
        }
        if (fraction) {
            return Figure.newBuilder()
                    .setFraction(Fraction.newBuilder()
                            .setNumerator(input.text("numerator"))
                            .setDenominator(input.text("denominator")))
                    .build();
        }
        return input.has("value")
                ? Figure.newBuilder().setValue(input.text("value")).build()
                : Figure.newBuilder().setNoActivity(true).build();
    }

    static TargetBounds bounds(Input input) {
        return TargetBounds.newBuilder()
                .setValue(input.text("value"))
                .setRedLimit(input.text("redLimit"))
                .setUpperValue(input.text("upperValue"))
                .setUpperRedLimit(input.text("upperRedLimit"))
                .build();
    }
}
