package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.KeepSeries;
import dev.drumbeat.cadence.SeriesKind;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CreateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.EndSeriesRequest;
import dev.drumbeat.proto.cadence.v1.ListSeriesRequest;
import dev.drumbeat.proto.cadence.v1.ListSeriesResponse;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleRequest;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleResponse;
import dev.drumbeat.proto.cadence.v1.Series;
import dev.drumbeat.proto.cadence.v1.UpdateSeriesRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Series and their schedules. */
@Singleton
@Bean(typed = CadencePart.class)
final class SeriesCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final KeepSeries keepSeries;

    SeriesCalls(Table table, KeepSeries keepSeries) {
        this.table = table;
        this.keepSeries = keepSeries;
    }

    @Override
    public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> observer) {
        Scope scope = table.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Page<KeepSeries.Seen> page = Page.of(keepSeries.list(scope), pages.wanted());
        answer(
                observer,
                ListSeriesResponse.newBuilder()
                        .addAllSeries(
                                page.items().stream().map(ScheduleWire::series).toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void createSeries(CreateSeriesRequest request, StreamObserver<Series> observer) {
        Scope scope = table.scope(request.getPartnership());
        Validation validation = new Validation();
        SeriesKind kind = Enums.require(validation, "kind", request.getKind(), SeriesKind.class);
        validation.orRefuse();
        answer(
                observer,
                ScheduleWire.series(keepSeries.create(
                        scope,
                        Requests.of(request),
                        kind,
                        request.getDisplayName(),
                        ScheduleWire.wish(request.getSchedule()))));
    }

    @Override
    public void updateSeries(UpdateSeriesRequest request, StreamObserver<Series> observer) {
        Target target = table.series(request.getName());
        answer(
                observer,
                ScheduleWire.series(keepSeries.update(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getRevision(),
                        request.getDisplayName(),
                        request.hasSchedule()
                                ? Optional.of(ScheduleWire.wish(request.getSchedule()))
                                : Optional.empty(),
                        request.getReason())));
    }

    @Override
    public void endSeries(EndSeriesRequest request, StreamObserver<Series> observer) {
        Target target = table.series(request.getName());
        answer(
                observer,
                ScheduleWire.series(keepSeries.end(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getRevision(),
                        request.getReason())));
    }

    @Override
    public void previewSchedule(PreviewScheduleRequest request, StreamObserver<PreviewScheduleResponse> observer) {
        Scope scope = table.scope(request.getPartnership());
        answer(
                observer,
                ScheduleWire.preview(
                        keepSeries.preview(scope, ScheduleWire.wish(request.getSchedule()), request.getCount())));
    }
}
