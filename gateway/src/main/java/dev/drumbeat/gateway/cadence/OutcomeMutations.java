package dev.drumbeat.gateway.cadence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.proto.cadence.v1.AddCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.CompleteCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.DropCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.RemoveDecisionRequest;
import dev.drumbeat.proto.cadence.v1.ReopenCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.UpdateCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.UpdateDecisionRequest;

/** What comes of a meeting: decisions and commitments. */
@DgsComponent
final class OutcomeMutations {
    private final CadenceMoves moves;

    OutcomeMutations(CadenceMoves moves) {
        this.moves = moves;
    }

    @DgsMutation
    Payload addDecision(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "meeting",
                environment,
                input -> AddDecisionRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setItemId(input.text("itemId"))
                        .setWhat(input.text("what"))
                        .setWhy(input.text("why"))
                        .addAllDecidedBy(CadenceInput.people(input, "decidedBy"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::addDecision);
    }

    @DgsMutation
    Payload updateDecision(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "meeting",
                environment,
                input -> UpdateDecisionRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setDecisionId(input.text("decisionId"))
                        .setRevision(CadenceNames.revision(input))
                        .setWhat(input.text("what"))
                        .setWhy(input.text("why"))
                        .addAllDecidedBy(CadenceInput.people(input, "decidedBy"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::updateDecision);
    }

    @DgsMutation
    Payload removeDecision(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "meeting",
                environment,
                input -> RemoveDecisionRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setDecisionId(input.text("decisionId"))
                        .setRevision(CadenceNames.revision(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::removeDecision);
    }

    @DgsMutation
    Payload addCommitment(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "meeting",
                environment,
                input -> AddCommitmentRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setItemId(input.text("itemId"))
                        .setText(input.text("text"))
                        .setOwner(CadenceNames.person(input.text("owner"), "owner"))
                        .setDueDate(input.text("dueDate"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::addCommitment);
    }

    @DgsMutation
    Payload updateCommitment(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "commitment",
                environment,
                input -> UpdateCommitmentRequest.newBuilder()
                        .setName(CadenceNames.commitment(input))
                        .setRevision(CadenceNames.revision(input))
                        .setText(input.text("text"))
                        .setOwner(CadenceNames.person(input.text("owner"), "owner"))
                        .setDueDate(input.text("dueDate"))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::updateCommitment);
    }

    @DgsMutation
    Payload completeCommitment(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "commitment",
                environment,
                input -> CompleteCommitmentRequest.newBuilder()
                        .setName(CadenceNames.commitment(input))
                        .setRevision(CadenceNames.revision(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::completeCommitment);
    }

    @DgsMutation
    Payload reopenCommitment(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "commitment",
                environment,
                input -> ReopenCommitmentRequest.newBuilder()
                        .setName(CadenceNames.commitment(input))
                        .setRevision(CadenceNames.revision(input))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::reopenCommitment);
    }

    @DgsMutation
    Payload dropCommitment(DgsDataFetchingEnvironment environment) {
        return moves.move(
                "commitment",
                environment,
                input -> DropCommitmentRequest.newBuilder()
                        .setName(CadenceNames.commitment(input))
                        .setRevision(CadenceNames.revision(input))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::dropCommitment);
    }
}
