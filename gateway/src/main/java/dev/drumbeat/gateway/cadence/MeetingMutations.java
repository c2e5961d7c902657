package dev.drumbeat.gateway.cadence;

import com.google.common.util.concurrent.ListenableFuture;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.proto.cadence.v1.AddItemRequest;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.CancelMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CloseItemRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ItemState;
import dev.drumbeat.proto.cadence.v1.LeaveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MoveItemRequest;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ReopenItemRequest;
import dev.drumbeat.proto.cadence.v1.SelectItemRequest;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import dev.drumbeat.proto.cadence.v1.UpdateItemRequest;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Running a meeting and its agenda. The service decides; a refusal comes back with its rule and what to do. */
@DgsComponent
final class MeetingMutations {
    private final CadenceMoves moves;

    MeetingMutations(CadenceMoves moves) {
        this.moves = moves;
    }

    @DgsMutation
    Payload moveMeeting(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> MoveMeetingRequest.newBuilder()
                        .setName(CadenceNames.meeting(input))
                        .setRevision(CadenceNames.revision(input))
                        .setStart(input.text("start"))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::moveMeeting);
    }

    @DgsMutation
    Payload cancelMeeting(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> CancelMeetingRequest.newBuilder()
                        .setName(CadenceNames.meeting(input))
                        .setRevision(CadenceNames.revision(input))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::cancelMeeting);
    }

    @DgsMutation
    Payload startMeeting(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> StartMeetingRequest.newBuilder()
                        .setName(CadenceNames.meeting(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::startMeeting);
    }

    @DgsMutation
    Payload attendMeeting(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> AttendMeetingRequest.newBuilder()
                        .setName(CadenceNames.meeting(input))
                        .setPerson(CadenceInput.person(input, "person"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::attendMeeting);
    }

    @DgsMutation
    Payload leaveMeeting(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> LeaveMeetingRequest.newBuilder()
                        .setName(CadenceNames.meeting(input))
                        .setPerson(CadenceInput.person(input, "person"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::leaveMeeting);
    }

    @DgsMutation
    Payload endMeeting(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> EndMeetingRequest.newBuilder()
                        .setName(CadenceNames.meeting(input))
                        .setUnresolvedReason(input.text("unresolvedReason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::endMeeting);
    }

    @DgsMutation
    Payload addAgendaItem(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> AddItemRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setTitle(input.text("title"))
                        .setNote(input.text("note"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::addItem);
    }

    @DgsMutation
    Payload updateAgendaItem(DgsDataFetchingEnvironment environment) {
        return move(environment, MeetingMutations::update, CadenceServiceFutureStub::updateItem);
    }

    @DgsMutation
    Payload moveAgendaItem(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> MoveItemRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setItemId(input.text("itemId"))
                        .setBeforeItemId(input.text("beforeItemId"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::moveItem);
    }

    @DgsMutation
    Payload selectAgendaItem(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> SelectItemRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setItemId(input.text("itemId"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::selectItem);
    }

    @DgsMutation
    Payload closeAgendaItem(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> CloseItemRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setItemId(input.text("itemId"))
                        .setRevision(CadenceNames.revision(input))
                        .setState(input.value("state", ItemState.class))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::closeItem);
    }

    @DgsMutation
    Payload reopenAgendaItem(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> ReopenItemRequest.newBuilder()
                        .setMeeting(CadenceNames.meeting(input))
                        .setItemId(input.text("itemId"))
                        .setRevision(CadenceNames.revision(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                CadenceServiceFutureStub::reopenItem);
    }

    /** What is null stays as it is; an empty note clears it. */
    private static UpdateItemRequest update(Input input) {
        UpdateItemRequest.Builder command = UpdateItemRequest.newBuilder()
                .setMeeting(CadenceNames.meeting(input))
                .setItemId(input.text("itemId"))
                .setRevision(CadenceNames.revision(input))
                .setRequestId(input.text("requestId"));
        if (input.has("title")) {
            command.setTitle(input.text("title"));
        }
        if (input.has("note")) {
            command.setNote(input.text("note"));
        }
        if (input.has("plannedSeconds")) {
            command.setPlannedSeconds(input.number("plannedSeconds"));
        }
        return command.build();
    }

    private <Q> Payload move(
            DgsDataFetchingEnvironment environment,
            Function<Input, Q> command,
            BiFunction<CadenceServiceFutureStub, Q, ListenableFuture<Meeting>> rpc) {
        return moves.move("meeting", environment, command, rpc);
    }
}
