package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.EditAgenda;
import dev.drumbeat.cadence.agenda.ItemState;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.cadence.v1.AddItemRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CloseItemRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MoveItemRequest;
import dev.drumbeat.proto.cadence.v1.ReopenItemRequest;
import dev.drumbeat.proto.cadence.v1.SelectItemRequest;
import dev.drumbeat.proto.cadence.v1.UpdateItemRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** What people do with an agenda. */
@Singleton
@Bean(typed = CadencePart.class)
final class AgendaCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final EditAgenda editAgenda;

    AgendaCalls(Table table, EditAgenda editAgenda) {
        this.table = table;
        this.editAgenda = editAgenda;
    }

    @Override
    public void addItem(AddItemRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                editAgenda.add(
                        target.scope(), Requests.of(request), target.id(), request.getTitle(), request.getNote()));
    }

    @Override
    public void updateItem(UpdateItemRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                editAgenda.update(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getRevision(),
                        request.hasTitle() ? request.getTitle() : null,
                        request.hasNote() ? request.getNote() : null,
                        request.hasPlannedSeconds() ? request.getPlannedSeconds() : null));
    }

    @Override
    public void selectItem(SelectItemRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                editAgenda.select(target.scope(), Requests.of(request), target.id(), request.getItemId()));
    }

    @Override
    public void closeItem(CloseItemRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        Validation validation = new Validation();
        ItemState state = Enums.require(validation, "state", request.getState(), ItemState.class);
        validation.orRefuse();
        table.answer(
                observer,
                target,
                editAgenda.close(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getRevision(),
                        state,
                        request.getReason()));
    }

    @Override
    public void reopenItem(ReopenItemRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                editAgenda.reopen(
                        target.scope(), Requests.of(request), target.id(), request.getItemId(), request.getRevision()));
    }

    @Override
    public void moveItem(MoveItemRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                editAgenda.move(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getBeforeItemId()));
    }
}
