package dev.drumbeat.gateway.kpis;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.scorecard.TimeSeries;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.kpis.v1.Baseline;
import dev.drumbeat.proto.kpis.v1.Correction;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.Note;
import dev.drumbeat.proto.kpis.v1.Signal;
import dev.drumbeat.proto.kpis.v1.Target;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How KPIs and what is known of them are read. */
@Component
final class KpiFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addKpi(wiring);
        addDetail(wiring);
        addFacts(wiring);
        addProposals(wiring);
        TypeFields.payload("CreateKpiPayload", "kpi").addTo(wiring);
        TypeFields.payload("UpdateKpiPayload", "kpi").addTo(wiring);
        TypeFields.payload("RetireKpiPayload", "kpi").addTo(wiring);
        TypeFields.payload("RebaseKpiPayload", "kpi").addTo(wiring);
        TypeFields.payload("ProposeTargetPayload", "target").addTo(wiring);
        TypeFields.payload("DecideTargetPayload", "target").addTo(wiring);
        TypeFields.payload("ProposeCorrectionPayload", "correction").addTo(wiring);
        TypeFields.payload("DecideCorrectionPayload", "correction").addTo(wiring);
        TypeFields.payload("AddNotePayload", "note").addTo(wiring);
        TypeFields.of("RecordMeasurementsPayload", Recorded.class)
                .field("measurements", Recorded::measurements)
                .field("recordedCount", Recorded::recordedCount)
                .field("unchangedCount", Recorded::unchangedCount)
                .field("userErrors", Recorded::userErrors)
                .addTo(wiring);
    }

    private static void addKpi(RuntimeWiring.Builder wiring) {
        TypeFields.of("Kpi", Kpi.class)
                .field("id", kpi -> GlobalId.encode("Kpi", kpi.getName()))
                .field("slug", kpi -> Wire.slug(kpi.getName()))
                .field("displayName", Kpi::getDisplayName)
                .field("description", Kpi::getDescription)
                .field("unit", kpi -> Wire.name(kpi.getUnit()))
                .field("currency", kpi -> Wire.text(kpi.getCurrency()))
                .field("decimals", Kpi::getDecimals)
                .field("role", kpi -> Wire.name(kpi.getRole()))
                .field("measureType", kpi -> Wire.name(kpi.getMeasureType()))
                .field("direction", kpi -> Wire.name(kpi.getDirection()))
                .field("frequency", kpi -> Wire.name(kpi.getFrequency()))
                .field("aggregation", kpi -> Wire.name(kpi.getAggregation()))
                .field("graceDays", Kpi::getGraceDays)
                .field("raciActivity", kpi -> Wire.text(kpi.getRaciActivity()))
                .field("redAfter", Kpi::getRedAfter)
                .field("clearAfter", Kpi::getClearAfter)
                .field("ruleSet", kpi -> Wire.name(kpi.getRuleSet()))
                .field("effectOnGoal", kpi -> Wire.text(kpi.getEffectOnGoal()))
                .field("rolledFrom", kpi -> Wire.slugs(kpi.getRolledFromList()))
                .field("baselines", Kpi::getBaselinesList)
                .field("position", Kpi::getPosition)
                .field("retiredAt", kpi -> kpi.hasRetiredAt() ? Wire.moment(kpi.getRetiredAt()) : null)
                .field("revision", kpi -> Long.toString(kpi.getRevision()))
                .addTo(wiring);
        TypeFields.of("Baseline", Baseline.class)
                .field("fromPeriod", Baseline::getFromPeriod)
                .field("reason", Baseline::getReason)
                .field("actor", Baseline::getActor)
                .field("at", baseline -> Wire.moment(baseline.getAt()))
                .addTo(wiring);
    }

    private static void addDetail(RuntimeWiring.Builder wiring) {
        TypeFields.of("KpiDetail", Known.class)
                .field("standing", known -> detail(known).getStanding())
                .field("signals", known -> detail(known).getSignalsList())
                .field("measurements", known -> detail(known).getMeasurementsList())
                .field("corrections", known -> detail(known).getCorrectionsList())
                .field("targets", known -> detail(known).getTargetsList())
                .field("episodes", known -> detail(known).getEpisodesList())
                .field("notes", known -> detail(known).getNotesList())
                .field(
                        "rollUp",
                        known -> detail(known).hasRollUp()
                                ? TimeSeries.of(detail(known).getRollUp())
                                : null)
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("Signal", Signal.class)
                .field("rule", Signal::getRule)
                .field("text", Signal::getText)
                .field("periods", Signal::getPeriodsList)
                .field("variation", signal -> Wire.name(signal.getVariation()))
                .addTo(wiring);
    }

    private static void addFacts(RuntimeWiring.Builder wiring) {
        TypeFields.of("Measurement", Measurement.class)
                .field("id", measurement -> GlobalId.encode("Measurement", measurement.getName()))
                .field("kpiSlug", measurement -> Wire.slug(Names.kpiOf(measurement.getName())))
                .field("period", Measurement::getPeriod)
                .field("revision", Measurement::getRevision)
                .field("value", measurement -> Wire.text(measurement.getValue()))
                .field(
                        "numerator",
                        measurement ->
                                Wire.text(measurement.getFigure().getFraction().getNumerator()))
                .field(
                        "denominator",
                        measurement ->
                                Wire.text(measurement.getFigure().getFraction().getDenominator()))
                .field("noActivity", measurement -> measurement.getFigure().getNoActivity())
                .field("status", measurement -> Wire.name(measurement.getStatus()))
                .field("recordedBy", Measurement::getRecordedBy)
                .field("recordedAt", measurement -> Wire.moment(measurement.getRecordedAt()))
                .field("origin", measurement -> Wire.name(measurement.getOrigin()))
                .field("reason", measurement -> Wire.text(measurement.getReason()))
                .field("current", Measurement::getCurrent)
                .field("approvedBy", measurement -> measurement.hasApprovedBy() ? measurement.getApprovedBy() : null)
                .addTo(wiring);
        TypeFields.of("MeasurementConnection", PageOf.class)
                .field("nodes", PageOf::nodes)
                .field("pageInfo", PageOf::pageInfo)
                .addTo(wiring);
        TypeFields.of("Note", Note.class)
                .field("id", note -> GlobalId.encode("Note", note.getName()))
                .field("kind", note -> Wire.name(note.getKind()))
                .field("audience", note -> Wire.name(note.getAudience()))
                .field("period", note -> Wire.text(note.getPeriod()))
                .field("text", Note::getText)
                .field("author", Note::getAuthor)
                .field("writtenAt", note -> Wire.moment(note.getWrittenAt()))
                .addTo(wiring);
    }

    private static void addProposals(RuntimeWiring.Builder wiring) {
        TypeFields.of("Correction", Correction.class)
                .field("id", correction -> GlobalId.encode("Correction", correction.getName()))
                .field("period", Correction::getPeriod)
                .field("supersedesRevision", Correction::getSupersedesRevision)
                .field("value", correction -> Wire.text(correction.getValue()))
                .field("reason", Correction::getReason)
                .field("state", correction -> Wire.name(correction.getState()))
                .field("proposedBy", Correction::getProposedBy)
                .field("proposedAt", correction -> Wire.moment(correction.getProposedAt()))
                .field("decidedBy", correction -> correction.hasDecidedBy() ? correction.getDecidedBy() : null)
                .field(
                        "decidedAt",
                        correction -> correction.hasDecidedAt() ? Wire.moment(correction.getDecidedAt()) : null)
                .field("decisionReason", correction -> Wire.text(correction.getDecisionReason()))
                .addTo(wiring);
        TypeFields.of("Target", Target.class)
                .field("id", target -> GlobalId.encode("Target", target.getName()))
                .field("fromPeriod", Target::getFromPeriod)
                .field("bounds", Target::getBounds)
                .field("reason", Target::getReason)
                .field("state", target -> Wire.name(target.getState()))
                .field("proposedBy", Target::getProposedBy)
                .field("proposedAt", target -> Wire.moment(target.getProposedAt()))
                .field("decidedBy", target -> target.hasDecidedBy() ? target.getDecidedBy() : null)
                .field("decidedAt", target -> target.hasDecidedAt() ? Wire.moment(target.getDecidedAt()) : null)
                .field("decisionReason", target -> Wire.text(target.getDecisionReason()))
                .addTo(wiring);
    }

    private static KpiDetail detail(Known<?> known) {
        return (KpiDetail) known.value();
    }
}
