package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.AgreementVersion;
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.PayCurve;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.Signature;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How agreements, their versions and what is found about them are read. */
@Component
final class AgreementFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addAgreement(wiring);
        addPreview(wiring);
        TypeFields.of("Forecast", Forecast.class)
                .field("id", forecast -> GlobalId.encode("Forecast", forecast.getName()))
                .field("agreementSlug", forecast -> Wire.slug(forecast.getAgreement()))
                .field("ruleId", Forecast::getRuleId)
                .field("kpiSlug", forecast -> Wire.slug(forecast.getKpi()))
                .field("period", Forecast::getPeriod)
                .field("value", Forecast::getValue)
                .field("declaredBy", Forecast::getDeclaredBy)
                .field("declaredAt", forecast -> Wire.moment(forecast.getDeclaredAt()))
                .addTo(wiring);
        for (String deed : new String[] {"SaveAgreementDraft", "DiscardAgreementDraft", "ProposeAgreement"}) {
            TypeFields.payload(deed + "Payload", "agreement").addTo(wiring);
        }
        for (String deed : new String[] {"SignAgreement", "RejectAgreement", "EndAgreement"}) {
            TypeFields.payload(deed + "Payload", "agreement").addTo(wiring);
        }
        TypeFields.payload("DeclareForecastPayload", "forecast").addTo(wiring);
    }

    private static void addAgreement(RuntimeWiring.Builder wiring) {
        TypeFields.of("Agreement", Agreement.class)
                .field("id", agreement -> GlobalId.encode("Agreement", agreement.getName()))
                .field("slug", agreement -> Wire.slug(agreement.getName()))
                .field("displayName", Agreement::getDisplayName)
                .field("versions", Agreement::getVersionsList)
                .field("draft", agreement -> agreement.hasDraft() ? agreement.getDraft() : null)
                .field(
                        "versionInForce",
                        agreement -> agreement.getVersionInForce() == 0 ? null : agreement.getVersionInForce())
                .field("lastPeriod", agreement -> Wire.text(agreement.getLastPeriod()))
                .field("endAskedBy", agreement -> Wire.name(agreement.getEndAskedBy()))
                .field("endAskedPeriod", agreement -> Wire.text(agreement.getEndAskedPeriod()))
                .field("viewerMay", agreement -> Papers.mutations(agreement.getCallerMayList()))
                .addTo(wiring);
        TypeFields.of("AgreementVersion", AgreementVersion.class)
                .field("version", AgreementVersion::getVersion)
                .field("state", version -> Wire.name(version.getState()))
                .field("terms", AgreementVersion::getTerms)
                .field("findings", AgreementVersion::getFindingsList)
                .field("writtenBy", AgreementVersion::getWrittenBy)
                .field("writtenAt", version -> Wire.moment(version.getWrittenAt()))
                .field("proposedAt", version -> version.hasProposedAt() ? Wire.moment(version.getProposedAt()) : null)
                .field("signatures", AgreementVersion::getSignaturesList)
                .field(
                        "inForceSince",
                        version -> version.hasInForceSince() ? Wire.moment(version.getInForceSince()) : null)
                .field("rejectedBy", version -> version.hasRejectedBy() ? version.getRejectedBy() : null)
                .field("rejectedReason", version -> Wire.text(version.getRejectedReason()))
                .field("digest", version -> Wire.text(version.getDigest()))
                .addTo(wiring);
        TypeFields.of("Signature", Signature.class)
                .field("actor", Signature::getActor)
                .field("signedAt", signature -> Wire.moment(signature.getSignedAt()))
                .field("digest", Signature::getDigest)
                .addTo(wiring);
    }

    private static void addPreview(RuntimeWiring.Builder wiring) {
        TypeFields.of("PayFinding", Finding.class)
                .field("severity", finding -> Wire.name(finding.getSeverity()))
                .field("field", finding -> Mutations.field(finding.getField(), TermsInput.NAMES))
                .field("code", Finding::getCode)
                .field("message", Finding::getMessage)
                .field("ruleId", finding -> Wire.text(finding.getRuleId()))
                .field("example", finding -> Wire.text(finding.getExample()))
                .addTo(wiring);
        TypeFields.of("PayPreview", PreviewPayCurveResponse.class)
                .field("findings", PreviewPayCurveResponse::getFindingsList)
                .field("curves", PreviewPayCurveResponse::getCurvesList)
                .addTo(wiring);
        TypeFields.of("PayCurve", PayCurve.class)
                .field("ruleId", PayCurve::getRuleId)
                .field("kpiSlug", curve -> Wire.slug(curve.getKpi()))
                .field("values", PayCurve::getValuesList)
                .field("amounts", PayCurve::getAmountsList)
                .field("edges", PayCurve::getEdgesList)
                .field("currentValue", curve -> Wire.text(curve.getCurrentValue()))
                .field("currentAmount", curve -> Wire.text(curve.getCurrentAmount()))
                .field("perHundred", PayCurve::getPerHundred)
                .field("stepped", PayCurve::getStepped)
                .addTo(wiring);
    }
}
