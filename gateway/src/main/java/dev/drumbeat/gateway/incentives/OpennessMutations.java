package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.proto.incentives.v1.DecideEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.EvidenceDecision;
import dev.drumbeat.proto.incentives.v1.ReplyToEvidenceRequest;

/** Disclosing what is coming, and answering evidence. */
@DgsComponent
final class OpennessMutations {
    private final Deeds deeds;

    OpennessMutations(Deeds deeds) {
        this.deeds = deeds;
    }

    @DgsMutation
    Payload disclose(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "disclosure", (incentives, request, input) -> {
            DiscloseRequest command = DiscloseRequest.newBuilder()
                    .setKpi(Names.kpi(Names.partnership(input.text("partnership")), input.text("kpi")))
                    .setPeriod(input.text("period"))
                    .setText(input.text("text"))
                    .setExpectedValue(input.text("expectedValue"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.disclose(command));
        });
    }

    @DgsMutation
    Payload replyToEvidence(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "evidence", (incentives, request, input) -> {
            ReplyToEvidenceRequest command = ReplyToEvidenceRequest.newBuilder()
                    .setName(Papers.named("PayEvidence", input.text("evidence")))
                    .setText(input.text("text"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.replyToEvidence(command));
        });
    }

    @DgsMutation
    Payload decideEvidence(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, "evidence", (incentives, request, input) -> {
            DecideEvidenceRequest command = DecideEvidenceRequest.newBuilder()
                    .setName(Papers.named("PayEvidence", input.text("evidence")))
                    .setDecision(input.value("decision", EvidenceDecision.class))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.decideEvidence(command));
        });
    }
}
