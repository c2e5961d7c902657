package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Aggregation;
import dev.drumbeat.kpis.Definition;
import dev.drumbeat.kpis.Kpi;
import dev.drumbeat.kpis.KpiRole;
import dev.drumbeat.kpis.MeasureType;
import dev.drumbeat.kpis.Names;
import dev.drumbeat.kpis.Rebase;
import dev.drumbeat.kpis.Unit;
import dev.drumbeat.kpis.spc.Direction;
import dev.drumbeat.kpis.spc.RuleSet;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.Baseline;

/** KPIs in the contract's words. */
final class KpiWire {
    private KpiWire() {}

    static dev.drumbeat.proto.kpis.v1.Kpi encode(String partnership, Kpi kpi) {
        Definition definition = kpi.definition();
        dev.drumbeat.proto.kpis.v1.Kpi.Builder wire = dev.drumbeat.proto.kpis.v1.Kpi.newBuilder()
                .setName(Names.kpi(partnership, kpi.id()))
                .setDisplayName(definition.displayName())
                .setDescription(definition.description())
                .setUnit(Enums.encode(definition.unit(), dev.drumbeat.proto.kpis.v1.Unit.class))
                .setCurrency(definition.currency())
                .setDecimals(definition.decimals())
                .setRole(Enums.encode(definition.role(), dev.drumbeat.proto.kpis.v1.KpiRole.class))
                .setMeasureType(Enums.encode(definition.measureType(), dev.drumbeat.proto.kpis.v1.MeasureType.class))
                .setDirection(Enums.encode(definition.direction(), dev.drumbeat.proto.kpis.v1.Direction.class))
                .setFrequency(Enums.encode(definition.frequency(), dev.drumbeat.proto.kpis.v1.Frequency.class))
                .setAggregation(Enums.encode(definition.aggregation(), dev.drumbeat.proto.kpis.v1.Aggregation.class))
                .setGraceDays(definition.graceDays())
                .setRaciActivity(definition.raciActivity())
                .setRedAfter(definition.debounce().redAfter())
                .setClearAfter(definition.debounce().clearAfter())
                .setRuleSet(Enums.encode(definition.ruleSet(), dev.drumbeat.proto.kpis.v1.RuleSet.class))
                .setEffectOnGoal(definition.effectOnGoal())
                .setPosition(definition.position())
                .setRevision(kpi.revision());
        definition.rolledFrom().forEach(step -> wire.addRolledFrom(Names.kpi(partnership, step)));
        kpi.rebases().forEach(rebase -> wire.addBaselines(encode(rebase)));
        kpi.retiredAt().map(Wire::timestamp).ifPresent(wire::setRetiredAt);
        return wire.build();
    }

    private static Baseline encode(Rebase rebase) {
        return Baseline.newBuilder()
                .setFromPeriod(rebase.from().name())
                .setReason(rebase.reason())
                .setActor(Wire.actor(rebase.by()))
                .setAt(Wire.timestamp(rebase.at()))
                .build();
    }

    /** Refuses what lacks a choice; whether it makes sense is the domain's question. */
    static Definition decode(String partnership, dev.drumbeat.proto.kpis.v1.Kpi wire) {
        Validation validation = new Validation();
        Definition definition = new Definition(
                wire.getDisplayName().strip(),
                wire.getDescription().strip(),
                Enums.require(validation, "kpi.unit", wire.getUnit(), Unit.class),
                wire.getCurrency(),
                wire.getDecimals(),
                Enums.require(validation, "kpi.role", wire.getRole(), KpiRole.class),
                Enums.require(validation, "kpi.measure_type", wire.getMeasureType(), MeasureType.class),
                Enums.require(validation, "kpi.direction", wire.getDirection(), Direction.class),
                Enums.require(validation, "kpi.frequency", wire.getFrequency(), Frequency.class),
                Enums.require(validation, "kpi.aggregation", wire.getAggregation(), Aggregation.class),
                wire.getGraceDays(),
                wire.getRaciActivity(),
                debounce(validation, wire),
                Enums.decode(wire.getRuleSet(), RuleSet.class).orElse(RuleSet.NHS),
                wire.getEffectOnGoal().strip(),
                wire.getRolledFromList().stream()
                        .map(step -> step(partnership, step))
                        .toList(),
                wire.getPosition());
        validation.orRefuse();
        return definition;
    }

    private static Definition.Debounce debounce(Validation validation, dev.drumbeat.proto.kpis.v1.Kpi wire) {
        int redAfter = wire.getRedAfter() == 0 ? Definition.Debounce.USUAL.redAfter() : wire.getRedAfter();
        int clearAfter = wire.getClearAfter() == 0 ? Definition.Debounce.USUAL.clearAfter() : wire.getClearAfter();
        return new Definition.Debounce(
                inRange(validation, "kpi.red_after", redAfter), inRange(validation, "kpi.clear_after", clearAfter));
    }

    private static int inRange(Validation validation, String field, int periods) {
        if (periods < 1 || periods > Definition.Debounce.MAX) {
            validation.add(
                    field, "number.range", "Give a number of periods from 1 to " + Definition.Debounce.MAX + ".");
            return 1;
        }
        return periods;
    }

    /** A step of another partnership is as unknown as one that does not exist: its whole name matches no id here. */
    private static String step(String partnership, String name) {
        String prefix = Names.kpi(partnership, "");
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
