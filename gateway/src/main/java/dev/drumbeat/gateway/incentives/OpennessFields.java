package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidencePoint;
import dev.drumbeat.proto.incentives.v1.EvidenceReply;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How disclosures and evidence are read. */
@Component
final class OpennessFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addDisclosure(wiring);
        addEvidence(wiring);
        TypeFields.payload("DisclosePayload", "disclosure").addTo(wiring);
        TypeFields.payload("ReplyToEvidencePayload", "evidence").addTo(wiring);
        TypeFields.payload("DecideEvidencePayload", "evidence").addTo(wiring);
    }

    private static void addDisclosure(RuntimeWiring.Builder wiring) {
        TypeFields.of("Disclosure", Disclosure.class)
                .field("id", disclosure -> GlobalId.encode("Disclosure", disclosure.getName()))
                .field("kpiSlug", disclosure -> Wire.slug(disclosure.getKpi()))
                .field("kpiDisplayName", Disclosure::getKpiDisplayName)
                .field("period", Disclosure::getPeriod)
                .field("text", Disclosure::getText)
                .field("expectedValue", disclosure -> Wire.text(disclosure.getExpectedValue()))
                .field("disclosedBy", Disclosure::getDisclosedBy)
                .field("disclosedAt", disclosure -> Wire.moment(disclosure.getDisclosedAt()))
                .field("daysBefore", Disclosure::getDaysBefore)
                .field("digest", Disclosure::getDigest)
                .addTo(wiring);
    }

    private static void addEvidence(RuntimeWiring.Builder wiring) {
        TypeFields.of("PayEvidence", Evidence.class)
                .field("id", evidence -> GlobalId.encode("PayEvidence", evidence.getName()))
                .field("slug", evidence -> Wire.slug(evidence.getName()))
                .field("kind", evidence -> Wire.name(evidence.getKind()))
                .field("state", evidence -> Wire.name(evidence.getState()))
                .field("kpiSlug", evidence -> Wire.slug(evidence.getKpi()))
                .field("kpiDisplayName", Evidence::getKpiDisplayName)
                .field("text", Evidence::getText)
                .field("points", Evidence::getPointsList)
                .field("threshold", evidence -> Wire.text(evidence.getThreshold()))
                .field("shownAt", evidence -> Wire.moment(evidence.getShownAt()))
                .field("concerns", evidence -> Wire.name(evidence.getConcerns()))
                .field("replies", Evidence::getRepliesList)
                .field("decision", evidence -> Wire.name(evidence.getDecision()))
                .field("decidedBy", evidence -> evidence.hasDecidedBy() ? evidence.getDecidedBy() : null)
                .field("decidedAt", evidence -> evidence.hasDecidedAt() ? Wire.moment(evidence.getDecidedAt()) : null)
                .field("decisionReason", evidence -> Wire.text(evidence.getDecisionReason()))
                .field("viewerMay", evidence -> Papers.mutations(evidence.getCallerMayList()))
                .field(
                        "decidableAt",
                        evidence -> evidence.hasDecidableAt() ? Wire.moment(evidence.getDecidableAt()) : null)
                .addTo(wiring);
        TypeFields.of("EvidencePoint", EvidencePoint.class)
                .field("period", EvidencePoint::getPeriod)
                .field("value", EvidencePoint::getValue)
                .field("against", point -> Wire.text(point.getAgainst()))
                .addTo(wiring);
        TypeFields.of("EvidenceReply", EvidenceReply.class)
                .field("author", EvidenceReply::getAuthor)
                .field("text", EvidenceReply::getText)
                .field("writtenAt", reply -> Wire.moment(reply.getWrittenAt()))
                .addTo(wiring);
    }
}
