package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.proto.incentives.v1.DeclareForecastRequest;
import dev.drumbeat.proto.incentives.v1.DiscardDraftRequest;
import dev.drumbeat.proto.incentives.v1.EndAgreementRequest;
import dev.drumbeat.proto.incentives.v1.ProposeAgreementRequest;
import dev.drumbeat.proto.incentives.v1.RejectAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SaveDraftRequest;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;

/** Writing, proposing, signing and ending agreements. */
@DgsComponent
final class AgreementMutations {
    private final Deeds deeds;

    AgreementMutations(Deeds deeds) {
        this.deeds = deeds;
    }

    @DgsMutation
    Payload saveAgreementDraft(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "agreement", (incentives, request, input) -> {
            String partnership = Names.partnership(input.text("partnership"));
            SaveDraftRequest command = SaveDraftRequest.newBuilder()
                    .setName(
                            input.has("agreement")
                                    ? Papers.name(partnership, "agreements", input.text("agreement"))
                                    : partnership)
                    .setTerms(TermsInput.of(input.object("terms"), partnership))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.saveDraft(command));
        });
    }

    @DgsMutation
    Payload discardAgreementDraft(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "agreement", (incentives, request, input) -> {
            DiscardDraftRequest command = DiscardDraftRequest.newBuilder()
                    .setName(Papers.named("Agreement", input.text("agreement")))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.discardDraft(command));
        });
    }

    @DgsMutation
    Payload proposeAgreement(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "agreement", (incentives, request, input) -> {
            ProposeAgreementRequest command = ProposeAgreementRequest.newBuilder()
                    .setName(Papers.named("Agreement", input.text("agreement")))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.proposeAgreement(command));
        });
    }

    @DgsMutation
    Payload signAgreement(DgsDataFetchingEnvironment environment) {
        return deeds.signed(environment, "agreement", (incentives, request, input, confirmedAt) -> {
            SignAgreementRequest command = SignAgreementRequest.newBuilder()
                    .setName(Papers.named("Agreement", input.text("agreement")))
                    .setVersion(input.number("version"))
                    .setDigest(input.text("digest"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.callConfirmed(request, confirmedAt, stub -> stub.signAgreement(command));
        });
    }

    @DgsMutation
    Payload rejectAgreement(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "agreement", (incentives, request, input) -> {
            RejectAgreementRequest command = RejectAgreementRequest.newBuilder()
                    .setName(Papers.named("Agreement", input.text("agreement")))
                    .setVersion(input.number("version"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.rejectAgreement(command));
        });
    }

    @DgsMutation
    Payload endAgreement(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "agreement", (incentives, request, input) -> {
            EndAgreementRequest command = EndAgreementRequest.newBuilder()
                    .setName(Papers.named("Agreement", input.text("agreement")))
                    .setLastPeriod(input.text("lastPeriod"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.endAgreement(command));
        });
    }

    @DgsMutation
    Payload declareForecast(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "forecast", (incentives, request, input) -> {
            DeclareForecastRequest command = DeclareForecastRequest.newBuilder()
                    .setAgreement(Papers.named("Agreement", input.text("agreement")))
                    .setRuleId(input.text("ruleId"))
                    .setPeriod(input.text("period"))
                    .setValue(input.text("value"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.declareForecast(command));
        });
    }
}
