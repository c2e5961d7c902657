package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a definition must be to make sense on a scorecard. Field names are those of the contract. */
final class DefinitionRules {
    private static final int MAX_POSITION = 999;
    private static final int MIN_STEPS = 2;
    private static final int MAX_STEPS = 20;

    private final Scorecard scorecard;
    private final Validation validation = new Validation();

    private DefinitionRules(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /**
     * Refuses what breaks a rule.
     *
     * @param id of the KPI that gets this definition
     */
    static void require(Scorecard scorecard, String id, Definition definition) {
        DefinitionRules rules = new DefinitionRules(scorecard);
        rules.words(definition);
        rules.numbers(definition);
        rules.measure(definition);
        rules.steps(id, definition);
        rules.place(id, definition);
        rules.validation.orRefuse();
    }

    private void words(Definition definition) {
        validation.line("kpi.display_name", definition.displayName(), 2, 80);
        if (!definition.displayName().isEmpty()
                && "=+-@".indexOf(definition.displayName().charAt(0)) >= 0) {
            validation.add(
                    "kpi.display_name",
                    "name.formula",
                    "A name does not begin with =, +, - or @: a spreadsheet would take it for a formula.");
        }
        validation.text("kpi.description", definition.description(), 0, 2_000);
        validation.line("kpi.effect_on_goal", definition.effectOnGoal(), 0, 200);
        if (!definition.raciActivity().isEmpty()) {
            validation.id("kpi.raci_activity", definition.raciActivity());
        }
    }

    private void numbers(Definition definition) {
        within("kpi.decimals", definition.decimals(), Definition.MAX_DECIMALS);
        within("kpi.grace_days", definition.graceDays(), Definition.MAX_GRACE_DAYS);
        within("kpi.position", definition.position(), MAX_POSITION);
    }

    private void within(String field, int number, int max) {
        if (number < 0 || number > max) {
            validation.add(field, "number.range", "Give a number from 0 to " + max + ".");
        }
    }

    private void measure(Definition definition) {
        if (definition.unit() == Unit.MONEY) {
            validation.currency("kpi.currency", definition.currency());
        } else if (!definition.currency().isEmpty()) {
            validation.add("kpi.currency", "currency.not_money", "Only money has a currency.");
        }
        boolean perSomething = definition.unit().isShare() || definition.unit() == Unit.PPM;
        if (definition.aggregation() == Aggregation.SUM && perSomething) {
            validation.add(
                    "kpi.aggregation",
                    "aggregation.sum_of_shares",
                    "Shares don't add up over time. Choose RATIO and record numerators and denominators.");
        }
    }

    private void steps(String id, Definition definition) {
        if (!definition.derived()) {
            return;
        }
        List<String> steps = definition.rolledFrom();
        if (steps.size() < MIN_STEPS || steps.size() > MAX_STEPS || new HashSet<>(steps).size() != steps.size()) {
            validation.add(
                    "kpi.rolled_from", "steps.count", "Name " + MIN_STEPS + " to " + MAX_STEPS + " different steps.");
        }
        if (!definition.unit().isShare()) {
            validation.add("kpi.unit", "steps.unit", "A product of yields is a percent or a ratio.");
        }
        for (String step : steps) {
            Optional<Kpi> kpi = scorecard.kpi(step).filter(Kpi::live);
            if (kpi.isEmpty() || step.equals(id)) {
                validation.add(
                        "kpi.rolled_from",
                        "steps.unknown",
                        "There is no KPI \"" + Terms.shown(step) + "\" to be a step.");
            } else if (kpi.get().definition().derived()
                    || !kpi.get().definition().unit().isShare()) {
                validation.add(
                        "kpi.rolled_from",
                        "steps.unit",
                        "\"" + step + "\" is not a measured percent or ratio, so it can't be a step.");
            } else if (kpi.get().frequency() != definition.frequency()) {
                validation.add(
                        "kpi.rolled_from",
                        "steps.frequency",
                        "\"" + step + "\" is measured at another frequency, so it can't be a step.");
            }
        }
    }

    private void place(String id, Definition definition) {
        boolean otherGoal =
                scorecard.goal().filter(goal -> !goal.id().equals(id)).isPresent();
        if (definition.role() == KpiRole.GOAL && otherGoal) {
            validation.add(
                    "kpi.role",
                    "goal.second",
                    "The page is about one goal, and it has one: make that a driver or watched first.");
        }
        long otherDrivers = scorecard.kpis().stream()
                .filter(kpi -> kpi.live()
                        && kpi.definition().role() == KpiRole.DRIVER
                        && !kpi.id().equals(id))
                .count();
        if (definition.role() == KpiRole.DRIVER && otherDrivers >= Scorecard.MAX_DRIVERS) {
            validation.add(
                    "kpi.role",
                    "drivers.too_many",
                    "A page has at most five drivers. Watch this one, or retire another first.");
        }
    }
}
