package dev.drumbeat.gateway.cadence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.partnerships.PartnershipLoader;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.CalendarFeed;
import dev.drumbeat.proto.cadence.v1.Commitment;
import dev.drumbeat.proto.cadence.v1.ListCalendarFeedsRequest;
import dev.drumbeat.proto.cadence.v1.ListMailRequest;
import dev.drumbeat.proto.cadence.v1.ListMailResponse;
import dev.drumbeat.proto.cadence.v1.ListMyWeekRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.partners.v1.Partnership;
import graphql.execution.DataFetcherResult;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** What is the asker's own: their week, their feeds, their mail; and the mail of a partnership. */
@DgsComponent
final class MyCadenceQueries {
    private final ServiceClient<CadenceServiceFutureStub> cadence;
    private final Cadences cadences;

    MyCadenceQueries(ServiceClient<CadenceServiceFutureStub> cadence, Cadences cadences) {
        this.cadence = cadence;
        this.cadences = cadences;
    }

    @DgsData(parentType = "Viewer")
    DataFetcherResult<MyWeek> week(
            @InputArgument Instant from, @InputArgument Instant to, DgsDataFetchingEnvironment environment) {
        ListMyWeekRequest question = ListMyWeekRequest.newBuilder()
                .setFrom(Wire.timestamp(from))
                .setTo(Wire.timestamp(to))
                .build();
        Known<ListMyWeekResponse> known = cadences.week(Reads.request(environment), question);
        return Reads.result(
                environment,
                known,
                new MyWeek(
                        known.live(),
                        known.at(),
                        known.value().getMeetingsList(),
                        known.value().getCommitmentsList()));
    }

    @DgsData(parentType = "MeetingOfMine", field = "partnership")
    CompletableFuture<@Nullable DataFetcherResult<Partnership>> ofMeeting(DgsDataFetchingEnvironment environment) {
        return partnership(environment.<Meeting>getSourceOrThrow().getName(), environment);
    }

    @DgsData(parentType = "CommitmentOfMine", field = "partnership")
    CompletableFuture<@Nullable DataFetcherResult<Partnership>> ofCommitment(DgsDataFetchingEnvironment environment) {
        return partnership(environment.<Commitment>getSourceOrThrow().getName(), environment);
    }

    @DgsData(parentType = "Viewer")
    PageOf<CalendarFeed> calendarFeeds(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListCalendarFeedsRequest question = ListCalendarFeedsRequest.newBuilder()
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        var page = cadence.call(request, stub -> stub.listCalendarFeeds(question));
        return new PageOf<>(page.getCalendarFeedsList(), page.getNextPageToken());
    }

    @DgsData(parentType = "Viewer", field = "meetingMail")
    @Nullable
    ListMailResponse mineMail(DgsDataFetchingEnvironment environment) {
        return mail("", environment);
    }

    @DgsData(parentType = "Partnership", field = "meetingMail")
    @Nullable
    ListMailResponse partnershipMail(DgsDataFetchingEnvironment environment) {
        return mail(environment.<Partnership>getSourceOrThrow().getName(), environment);
    }

    private @Nullable ListMailResponse mail(String partnership, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListMailRequest question = ListMailRequest.newBuilder()
                .setPartnership(partnership)
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        return Reads.orNull(() -> cadence.call(request, stub -> stub.listMail(question)));
    }

    private static CompletableFuture<@Nullable DataFetcherResult<Partnership>> partnership(
            String name, DgsDataFetchingEnvironment environment) {
        DataLoader<String, Outcome<Partnership>> loader =
                Objects.requireNonNull(environment.getDataLoader(PartnershipLoader.NAME));
        return loader.load(Names.partnershipOf(name))
                .thenApply(outcome -> outcome.orFault()
                        .map(known -> Reads.result(environment, known, known.value()))
                        .orElse(null));
    }
}
