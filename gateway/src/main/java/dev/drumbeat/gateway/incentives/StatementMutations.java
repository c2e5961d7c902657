package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.proto.incentives.v1.DecideDisputeRequest;
import dev.drumbeat.proto.incentives.v1.DisputeDecision;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.ProposeStatementRequest;
import dev.drumbeat.proto.incentives.v1.SettleStatementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.WithdrawDisputeRequest;

/** Proposing, signing, disputing and settling statements. */
@DgsComponent
final class StatementMutations {
    private static final String RESULT = "statement";

    private final Deeds deeds;

    StatementMutations(Deeds deeds) {
        this.deeds = deeds;
    }

    @DgsMutation
    Payload proposeStatement(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, RESULT, (incentives, request, input) -> {
            ProposeStatementRequest command = ProposeStatementRequest.newBuilder()
                    .setAgreement(Papers.named("Agreement", input.text("agreement")))
                    .setPeriod(input.text("period"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.proposeStatement(command));
        });
    }

    @DgsMutation
    Payload signStatement(DgsDataFetchingEnvironment environment) {
        return deeds.signed(environment, RESULT, (incentives, request, input, confirmedAt) -> {
            SignStatementRequest command = SignStatementRequest.newBuilder()
                    .setName(statement(input))
                    .setDigest(input.text("digest"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.callConfirmed(request, confirmedAt, stub -> stub.signStatement(command));
        });
    }

    @DgsMutation
    Payload disputeLine(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, RESULT, (incentives, request, input) -> {
            DisputeLineRequest.Builder command = DisputeLineRequest.newBuilder()
                    .setName(statement(input))
                    .setLineId(input.text("lineId"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"));
            if (input.has("claimedAmount")) {
                Input claimed = input.object("claimedAmount");
                command.setClaimedAmount(TermsInput.money(claimed.text("amount"), claimed.text("currency")));
            }
            return incentives.call(request, stub -> stub.disputeLine(command.build()));
        });
    }

    @DgsMutation
    Payload withdrawDispute(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, RESULT, (incentives, request, input) -> {
            WithdrawDisputeRequest command = WithdrawDisputeRequest.newBuilder()
                    .setName(statement(input))
                    .setLineId(input.text("lineId"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.withdrawDispute(command));
        });
    }

    @DgsMutation
    Payload decideDispute(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, RESULT, (incentives, request, input) -> {
            DecideDisputeRequest command = DecideDisputeRequest.newBuilder()
                    .setName(statement(input))
                    .setLineId(input.text("lineId"))
                    .setDecision(input.value("decision", DisputeDecision.class))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.decideDispute(command));
        });
    }

    @DgsMutation
    Payload settleStatement(DgsDataFetchingEnvironment environment) {
        return deeds.answer(environment, RESULT, (incentives, request, input) -> {
            SettleStatementRequest command = SettleStatementRequest.newBuilder()
                    .setName(statement(input))
                    .setReference(input.text("reference"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return incentives.call(request, stub -> stub.settleStatement(command));
        });
    }

    private static String statement(Input input) {
        return Papers.named("Statement", input.text("statement"));
    }
}
