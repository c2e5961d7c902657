package dev.drumbeat.gateway.cadence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.SelectedReads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.Commitment;
import dev.drumbeat.proto.cadence.v1.CommitmentState;
import dev.drumbeat.proto.cadence.v1.ListCommitmentsRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsResponse;
import dev.drumbeat.proto.cadence.v1.ListSeriesRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.Minutes;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleRequest;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleResponse;
import dev.drumbeat.proto.cadence.v1.Series;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.partners.v1.Partnership;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reading a partnership's cadence. */
@DgsComponent
final class CadenceQueries implements SelectedReads {
    private final ServiceClient<CadenceServiceFutureStub> cadence;
    private final Cadences cadences;

    CadenceQueries(ServiceClient<CadenceServiceFutureStub> cadence, Cadences cadences) {
        this.cadence = cadence;
        this.cadences = cadences;
    }

    @DgsData(parentType = "Partnership", field = "cadence")
    CompletableFuture<@Nullable DataFetcherResult<Known<PartnershipCadence>>> ofPartnership(
            DgsDataFetchingEnvironment environment) {
        return loaded(environment.<Partnership>getSourceOrThrow().getName(), environment);
    }

    @DgsData(parentType = "PortfolioLine", field = "cadence")
    CompletableFuture<@Nullable DataFetcherResult<Known<PartnershipCadence>>> ofLine(
            DgsDataFetchingEnvironment environment) {
        return loaded(environment.<PortfolioLine>getSourceOrThrow().getPartnership(), environment);
    }

    @Override
    public String field() {
        return "cadence";
    }

    @Override
    public void start(String partnership, Map<String, Object> arguments, DataFetchingEnvironment environment) {
        load(partnership, environment);
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PageOf<Series> meetingSeries(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListSeriesRequest question = ListSeriesRequest.newBuilder()
                .setPartnership(name(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        var page = Reads.orNull(() -> cadence.call(request, stub -> stub.listSeries(question)));
        return page == null ? null : new PageOf<>(page.getSeriesList(), page.getNextPageToken());
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Known<ListMeetingsResponse>> meetings(
            @InputArgument Instant from, @InputArgument Instant to, DgsDataFetchingEnvironment environment) {
        ListMeetingsRequest question = ListMeetingsRequest.newBuilder()
                .setPartnership(name(environment))
                .setFrom(Wire.timestamp(from))
                .setTo(Wire.timestamp(to))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        return shown(cadences.meetings(Reads.request(environment), question), environment);
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Known<Meeting>> meeting(@InputArgument String slug, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = name(environment);
        return Reads.orNull(
                () -> shown(cadences.meeting(request, CadenceNames.meeting(partnership, slug)), environment));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Minutes> minutes(@InputArgument String meeting, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = name(environment);
        return Reads.orNull(() -> cadences.minutes(request, CadenceNames.meeting(partnership, meeting))
                .orFault()
                .map(known -> Reads.result(environment, known, known.value()))
                .orElse(null));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PageOf<Commitment> commitments(
            @InputArgument @Nullable List<String> states, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListCommitmentsRequest.Builder question = ListCommitmentsRequest.newBuilder()
                .setPartnership(name(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment));
        if (states != null) {
            states.forEach(state -> question.addStates(Wire.value(CommitmentState.class, state)));
        }
        var page = Reads.orNull(() -> cadence.call(request, stub -> stub.listCommitments(question.build())));
        return page == null ? null : new PageOf<>(page.getCommitmentsList(), page.getNextPageToken());
    }

    @DgsQuery
    SchedulePreview previewSchedule(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        Payload payload = Mutations.answer(CadenceInput.RENAMES, () -> {
            PreviewScheduleRequest question = PreviewScheduleRequest.newBuilder()
                    .setPartnership(Names.partnership(input.text("partnership")))
                    .setSchedule(CadenceInput.schedule(input.object("schedule")))
                    .setCount(input.number("count"))
                    .build();
            return Payload.of("preview", cadence.call(request, stub -> stub.previewSchedule(question)));
        });
        return payload.results().get("preview") instanceof PreviewScheduleResponse preview
                ? new SchedulePreview(
                        preview.getSchedule(),
                        preview.getStartsList().stream().map(Wire::moment).toList(),
                        List.of())
                : new SchedulePreview(null, List.of(), payload.userErrors());
    }

    private static CompletableFuture<@Nullable DataFetcherResult<Known<PartnershipCadence>>> loaded(
            String partnership, DgsDataFetchingEnvironment environment) {
        return load(partnership, environment).thenApply(outcome -> shown(outcome, environment));
    }

    private static CompletableFuture<Outcome<PartnershipCadence>> load(
            String partnership, DataFetchingEnvironment environment) {
        DataLoader<String, Outcome<PartnershipCadence>> loader =
                Objects.requireNonNull(environment.getDataLoader(CadenceLoader.NAME));
        return loader.load(partnership);
    }

    static <T> @Nullable DataFetcherResult<Known<T>> shown(Outcome<T> outcome, DataFetchingEnvironment environment) {
        return outcome.orFault()
                .map(known -> Reads.result(environment, known, known))
                .orElse(null);
    }

    private static String name(DgsDataFetchingEnvironment environment) {
        return environment.<Partnership>getSourceOrThrow().getName();
    }
}
